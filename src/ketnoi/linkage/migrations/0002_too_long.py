from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("linkage", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="returneelist",
            name="state",
            field=models.CharField(
                choices=[
                    ("sent", "Đang đọc tệp"),
                    ("read", "Chờ bạn xem trước"),
                    ("kept", "Đang đối chiếu"),
                    ("compared", "Đã đối chiếu"),
                    ("unreadable", "Không đọc được tệp"),
                    (
                        "too_long",
                        "Danh sách quá dài: hãy chia nhỏ, mỗi tệp nhiều nhất 100.000 dòng",
                    ),
                    ("destroyed", "Đã hủy"),
                ],
                default="sent",
                max_length=10,
            ),
        ),
    ]
