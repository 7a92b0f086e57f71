"""Opening a file in an emergency."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.fields
from ketnoi.cases.models import EmergencyOpening, EmergencyReview
from ketnoi.foundation.guard import (
    AppendOnly,
    BreaksGlass,
    Changeable,
    GuardRows,
    OpenFiles,
    SameHolder,
)


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_links"),
        ("cases", "0004_restricting"),
        ("law", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="caseaccess",
            name="basis",
            field=models.CharField(
                choices=[
                    ("consent", "Người được hỗ trợ đồng ý"),
                    ("legal_duty", "Luật buộc phải báo"),
                    ("vital_interest", "Tính mạng đang bị đe dọa"),
                    ("emergency", "Mở khẩn cấp"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="task",
            name="kind",
            field=models.CharField(
                choices=[
                    ("ask_consent", "Hỏi ý kiến về việc chia sẻ"),
                    ("send_referral", "Gửi bản nháp chuyển gửi"),
                    ("answer_referral", "Trả lời chuyển gửi"),
                    ("first_contact", "Liên hệ lần đầu"),
                    ("report_outcome", "Báo kết quả hỗ trợ"),
                    ("look_again", "Xem lại việc đang tạm dừng"),
                    ("confirm_outcome", "Xác nhận kết quả"),
                    ("refer_elsewhere", "Tìm nơi khác"),
                    ("decide_status", "Trả lời xác minh"),
                    ("review_stay", "Xem lại việc tạm lánh"),
                    ("ask_her", "Hỏi ý kiến về cơ hội"),
                    ("partner_answer", "Hỏi nơi nhận việc, nhận học"),
                    ("start_placement", "Đưa đến nơi làm, nơi học"),
                    ("follow_up", "Hỏi thăm"),
                    ("acknowledge", "Phản hồi yêu cầu về dữ liệu"),
                    ("fulfil", "Thực hiện yêu cầu về dữ liệu"),
                    ("next_step", "Xem bước tiếp theo"),
                    ("confirm_emergency", "Xác nhận lần mở khẩn cấp"),
                    ("review_emergency", "Xem lại lần mở khẩn cấp"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="EmergencyOpening",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("danger", "Tính mạng đang bị đe dọa"),
                            ("medical", "Cấp cứu y tế"),
                            ("missing", "Mất tích hoặc đang bị đưa đi"),
                            ("child", "Trẻ em không có người chăm sóc"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "words",
                    ketnoi.foundation.crypto.fields.SealedText(
                        blank=True, default=b"", editable=True
                    ),
                ),
                ("at", models.DateTimeField()),
                ("review_due", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "door",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.caseaccess",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EmergencyReview",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("needed", "Cần thiết"),
                            ("not_needed", "Không cần thiết, đóng lại ngay"),
                        ],
                        max_length=20,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "opener",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "opening",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="review",
                        to="cases.emergencyopening",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="emergencyopening",
            index=models.Index(fields=["agency", "review_due"], name="emergency_of_agency"),
        ),
        GuardRows("emergencyopening", EmergencyOpening.guarded),
        Changeable("emergencyopening", "words"),
        SameHolder("emergencyopening", of="cases.Case", column="case_id"),
        GuardRows("emergencyreview", EmergencyReview.guarded),
        AppendOnly("emergencyreview"),
        SameHolder("emergencyreview", of="cases.Case", column="case_id"),
        OpenFiles("caseaccess", tasks="task"),
        BreaksGlass(
            case="cases.Case",
            door="cases.CaseAccess",
            opening="cases.EmergencyOpening",
            review="cases.EmergencyReview",
            fact="law.Fact",
        ),
    ]
