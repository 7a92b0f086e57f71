"""How partners write what they offer: heads of columns, kinds, schooling, skills, times of the day.

Source: vacancy lists of job centres and employers, folded (small letters, no marks).
"""

import re

HEADS = {
    "title": re.compile(r"(ten )?(co hoi|viec lam|cong viec|viec|vi tri|nghe|lop)( .*)?"),
    "kind": re.compile(r"loai( .*)?|hinh thuc( .*)?"),
    "partner": re.compile(
        r"(ten )?(noi nhan|doanh nghiep|cong ty|don vi|co so|nha tuyen dung|to chuc)( .*)?"
    ),
    "commune": re.compile(r"(xa|phuong|dia ban|dia diem|dia chi|noi lam|noi hoc)( .*)?"),
    "places": re.compile(
        r"so (cho|luong|nguoi|lao dong)( .*)?|chi tieu( .*)?|can tuyen( .*)?|sl|so luong"
    ),
    "shifts": re.compile(r"(ca|buoi|gio|thoi gian)( .*)?"),
    "least_age": re.compile(r"(tu tuoi|tuoi tu|tuoi (thap|nho) nhat)"),
    "most_age": re.compile(r"(den tuoi|tuoi den|tuoi (cao|lon) nhat)"),
    "ages": re.compile(r"(do )?tuoi( .*)?"),
    "schooling": re.compile(r"(trinh do|hoc van|bang cap|van hoa)( .*)?"),
    "skills": re.compile(r"(tay nghe|ky nang|biet nghe)( .*)?"),
    "wage": re.compile(r"(muc )?(luong|tien cong|thu nhap|so tien)( .*)?"),
    "has_childcare": re.compile(r"(co )?(cho )?(gui tre|nha tre|trong tre)( .*)?"),
    "is_accessible": re.compile(r"(nguoi )?(khuyet tat|tiep can)( .*)?"),
    "phone": re.compile(r"(so )?(dien thoai|dt|sdt|lien he)( .*)?"),
    "until": re.compile(r"(han|den ngay|nhan den|ngay het|het han)( .*)?"),
    "requirements": re.compile(r"(yeu cau|ghi chu|mo ta)( .*)?"),
}
KINDS = (
    ("savings", "tiet kiem"),
    ("loan", "vay|von"),
    ("training", "hoc|dao tao|day|lop"),
    ("tools", "cong cu|phuong tien|giong|may moc|vat tu"),
    ("mentor", "huong dan|diu dat|dong hanh"),
    ("market", "ban hang|cho|thu mua|nguoi mua|quay"),
    ("pledge", "y tuong|cam ket|loi hua"),
    ("job", "viec|tuyen|lao dong"),
)
SCHOOLING = (
    ("", r"khong.*|tu do|bat ky|mu chu.*|0"),
    ("higher", r"(cao dang|dai hoc|cd|dh).*"),
    ("vocational", r"(trung cap|so cap|nghe|tc|sc).*"),
    ("upper", r"(thpt|cap (3|iii)|trung hoc pho thong|(het )?lop 12|(tot nghiep )?12( 12)?)\b.*"),
    ("lower", r"(thcs|cap (2|ii)|trung hoc co so|(het )?lop (9|10|11)|(9|10|11)( 12)?)\b.*"),
    ("primary", r"(tieu hoc|cap (1|i)|(het )?lop [5-8]|[5-8]( 12)?)\b.*"),
)
SKILLS = (
    ("sewing", r"\bmay\b(?! (vi )?tinh)"),
    ("cooking", r"nau an|lam banh|bep"),
    ("crops", r"trong|lam vuon"),
    ("animals", r"chan nuoi|nuoi"),
    ("weaving", r"dan\b|dan lat|thu cong|det"),
    ("hair", r"lam toc|cat toc|mong"),
    ("massage", r"xoa bop|bam huyet|massage"),
    ("selling", r"ban hang"),
    ("housework", r"giup viec|buong phong|don dep"),
    ("care", r"cham tre|cham soc|trong tre"),
    ("factory", r"cong nhan|nha may"),
    ("food", r"che bien|dong goi"),
    ("computer", r"vi tinh|may tinh|tin hoc"),
    ("language", r"tieng|ngoai ngu"),
)
SHIFTS = (
    ("day", r"ngay|sang|chieu|hanh chinh|ca 1|ca 2|ca i\b|ca ii\b|3 ca"),
    ("evening", r"\btoi\b|ca 2|ca ii\b|3 ca"),
    ("night", r"dem|ca 3|ca iii\b|3 ca"),
)
YES, NO = re.compile(r"co( .*)?|x|v|true|1|yes"), re.compile(r"khong( .*)?|false|0|no|-|chua( .*)?")
