"""A loan waits to be looked at."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0015_more_waits"),
    ]

    operations = [
        migrations.AlterField(
            model_name="task",
            name="kind",
            field=models.CharField(
                choices=[
                    ("ask_consent", "Hỏi ý kiến về việc chia sẻ"),
                    ("send_referral", "Gửi bản nháp chuyển gửi"),
                    ("answer_referral", "Trả lời chuyển gửi"),
                    ("answer_more", "Hỏi ý kiến: nơi nhận xin thêm thông tin"),
                    ("first_contact", "Liên hệ lần đầu"),
                    ("report_outcome", "Báo kết quả hỗ trợ"),
                    ("look_again", "Xem lại việc đang tạm dừng"),
                    ("confirm_outcome", "Xác nhận kết quả"),
                    ("refer_elsewhere", "Tìm nơi khác"),
                    ("decide_status", "Trả lời xác minh"),
                    ("review_stay", "Xem lại việc tạm lánh"),
                    ("review_risk", "Xem lại nguy cơ, kế hoạch an toàn"),
                    ("complete_file", "Bổ sung hồ sơ tạm lánh"),
                    ("ask_her", "Hỏi ý kiến về cơ hội"),
                    ("partner_answer", "Hỏi nơi nhận việc, nhận học"),
                    ("start_placement", "Đưa đến nơi làm, nơi học"),
                    ("follow_up", "Hỏi thăm"),
                    ("agree_to_close", "Xem lại việc kết thúc hỗ trợ"),
                    ("acknowledge", "Phản hồi yêu cầu về dữ liệu"),
                    ("fulfil", "Thực hiện yêu cầu về dữ liệu"),
                    ("next_step", "Xem bước tiếp theo"),
                    ("confirm_emergency", "Xác nhận lần mở khẩn cấp"),
                    ("review_emergency", "Xem lại lần mở khẩn cấp"),
                    ("agreed", "Làm việc được giao"),
                    ("answer_meeting", "Trả lời lời mời họp"),
                    ("meet", "Dự họp"),
                    ("hold_meeting", "Họp và ghi biên bản"),
                    ("confirm_minutes", "Xác nhận biên bản"),
                    ("sort_wishes", "Xếp các nhu cầu một cửa"),
                    ("child_papers", "Lo giấy tờ cho con"),
                    ("appointment", "Buổi hẹn"),
                    ("call_her", "Gọi lại sau khi lỡ hẹn"),
                    (
                        "recognised",
                        "Nơi khác có thể đang hỗ trợ một người bạn biết: hãy hỏi ý kiến người đó",
                    ),
                    ("approve_transfer", "Duyệt việc chuyển hồ sơ sang tỉnh khác"),
                    ("await_receipt", "Chờ nơi nhận báo đã nhận hồ sơ"),
                    ("plan_step", "Làm một bước trong kế hoạch"),
                    ("review_plan", "Xem lại kế hoạch"),
                    ("assess_again", "Hỏi lại chị ấy sống thế nào"),
                    ("loan", "Xem khoản vay cùng chị ấy"),
                    ("introduced", "Hai nơi cùng hỗ trợ một người: hãy liên hệ với nhau"),
                ],
                max_length=20,
            ),
        ),
    ]
