"""The names invented women bear. How often a family name is borne follows usual published shares;
the shares of Khmer and Hoa names are assumptions."""

KINH_FAMILY = {
    "Nguyễn": 31.5, "Trần": 10.9, "Lê": 8.9, "Phạm": 5.9, "Hoàng": 2.6, "Huỳnh": 2.6, "Phan": 2.8,
    "Vũ": 1.6, "Võ": 2.6, "Đặng": 2.2, "Bùi": 2.1, "Đỗ": 1.9, "Hồ": 1.5, "Ngô": 1.4, "Dương": 1.4,
    "Lý": 0.8, "Đoàn": 0.7, "Trương": 1.1, "Đinh": 0.6, "Lâm": 0.6, "Phùng": 0.4, "Mai": 0.6,
    "Tô": 0.4, "Trịnh": 0.5, "Đào": 0.5, "Tăng": 0.3, "Hà": 0.5, "Cao": 0.6, "Thái": 0.3,
    "Châu": 0.4, "Tạ": 0.3, "Quách": 0.2, "La": 0.2, "Lưu": 0.4, "Từ": 0.2, "Kiều": 0.2,
    "Thạch": 0.1, "Ông": 0.1, "Nghiêm": 0.1, "Văn": 0.2, "Bành": 0.1,
}  # fmt: skip
KHMER_FAMILY = {
    "Thạch": 20, "Sơn": 14, "Kim": 12, "Danh": 11, "Lâm": 8, "Lý": 7, "Kiên": 4, "Châu": 5,
    "Tăng": 3, "Trà": 2, "Đào": 2, "Liêu": 2, "Dương": 4, "Hứa": 1, "Thị": 1, "Neang": 3, "Chau": 1,
}  # fmt: skip
HOA_FAMILY = {
    "Trần": 16, "Lâm": 14, "Quách": 7, "Tạ": 6, "Vương": 6, "Mã": 4, "Lưu": 6, "Huỳnh": 8,
    "Trịnh": 5, "Ông": 3, "Châu": 5, "Thái": 6, "Hồng": 4, "Tiêu": 3, "Giang": 4, "Lai": 3,
}  # fmt: skip
MIDDLE = (
    "Ngọc", "Thanh", "Kim", "Mỹ", "Bích", "Thu", "Hồng", "Minh", "Phương", "Thùy", "Cẩm", "Diệu",
    "Hoài", "Như", "Quỳnh", "Tuyết", "Xuân", "Yến", "Ánh", "Bảo", "Trúc", "Tường", "Mộng", "Lệ",
)  # fmt: skip
GIVEN = (
    "Lan", "Hoa", "Hương", "Mai", "Linh", "Trang", "Thảo", "Hà", "Hạnh", "Hằng", "Nga", "Nhung",
    "Phương", "Thủy", "Thúy", "Thùy", "Tuyết", "Vân", "Yến", "Loan", "Liên", "Kiều", "Diễm", "Dung",
    "Duyên", "Giang", "Hiền", "Hiếu", "Hòa", "Hồng", "Huệ", "Huyền", "Khánh", "Lành", "Lệ", "Lý",
    "Mến", "My", "Mỹ", "Na", "Ngân", "Nghĩa", "Ngoan", "Nguyệt", "Nhi", "Như", "Oanh", "Phúc",
    "Phụng", "Quyên", "Quỳnh", "Sang", "Sen", "Tâm", "Thắm", "Thanh", "Thi", "Thơ", "Thu", "Thương",
    "Tiên", "Trâm", "Trân", "Trinh", "Trúc", "Tú", "Tuyền", "Uyên", "Vy", "Xuân", "Xuyến", "Ánh",
    "Bé", "Bích", "Cúc", "Chi", "Châu", "Đào", "Điệp", "Em", "Gấm", "Hậu", "Kim", "Lài", "Lụa",
    "Luyến", "Mười", "Nở", "Út", "Phượng", "Thoa", "Thêu", "Tươi", "Vui", "Tình", "Nhàn", "Ngà",
)  # fmt: skip
KHMER_FIRST = (
    "Sô", "Sà", "Sóc", "Pha", "Chanh", "Srây", "Bô", "Rơ", "Xa", "Sa", "Đa", "Nê", "Ma", "Mô", "Ra",
    "Thi", "Vi", "Chanh", "Sen", "Kên", "Ô", "Phô", "Dây", "Cha", "Na", "Ry", "Sâm", "Som",
)  # fmt: skip
KHMER_LAST = (
    "Phia", "Rây", "Kha", "Ly", "Thu", "Pha", "Na", "Vươne", "Ranh", "Rith", "Thi", "Vary", "Nary",
    "Lai", "Rót", "Phép", "Phon", "Mal", "Nết", "Ny", "Đa", "Reth", "Rinh", "Sal", "Rôm", "Vi",
    "Phươl", "Thone", "Rine", "Mom", "Lia", "Bô", "Phi", "Nath",
)  # fmt: skip
HOA_GIVEN = (
    "Muối", "A Muối", "Mỹ", "Lệ", "Ái", "Quyên", "Cẩm", "Tú Anh", "Xú", "Bội", "Bội Sang", "Phụng",
    "Hia", "Tuyết Mai", "Mỹ Linh", "Liên", "Huê", "Nguyệt", "Mỹ Dung", "Yến", "Ngọc Anh", "Chía",
    "Kíu", "A Kíu", "Lầy", "Sìn", "Múi", "A Múi", "Gia Hân", "Ngân", "Lìn", "Chánh",
)  # fmt: skip
SOUTHERN = {
    "Hoàng": "Huỳnh", "Vũ": "Võ", "Phúc": "Phước", "Phượng": "Phụng", "Hồng": "Hường",
    "Nguyệt": "Ngoạt", "Thanh": "Thinh", "Kính": "Kiếng", "Cảnh": "Kiểng", "Nghĩa": "Ngãi",
    "Hoa": "Huê", "Hòa": "Hoà", "Thúy": "Thuý", "Thùy": "Thuỳ", "Ngân": "Ngưn", "Tâm": "Tam",
    "Châu": "Chu", "Trinh": "Trình", "Lệ": "Lợi", "Mỹ": "Mĩ", "Lý": "Lí", "Thủy": "Thuỷ",
    "Vy": "Vi", "My": "Mi", "Thi": "Thy", "Quỳnh": "Quình", "Kim": "Kiêm", "Liên": "Lên",
    "Rây": "Ry", "Phia": "Phya", "Srây": "Srey", "Sô": "So", "Sóc": "Sok", "Kha": "Kkha",
    "Rith": "Rit", "Vary": "Vari", "Nary": "Nari", "Reth": "Ret", "Nath": "Nat", "Neang": "Néang",
}  # fmt: skip
SPELLINGS = {**SOUTHERN, **{new: old for old, new in SOUTHERN.items()}}
NICKNAMES = ("Út", "Bé", "Bé Hai", "Bé Ba", "Tí", "Tèo", "Hai", "Ba", "Tư", "Năm", "Sáu", "Mén")
