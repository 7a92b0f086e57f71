"""Whether she works, asked at each visit."""

from django.db import migrations, models

from ketnoi.foundation.guard.operations import AlsoChangeable


class Migration(migrations.Migration):
    dependencies = [
        ("reintegration", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="followup",
            name="work",
            field=models.CharField(
                blank=True,
                choices=[
                    ("paid", "Đi làm có lương"),
                    ("own", "Tự làm, buôn bán, chăn nuôi"),
                    ("learning", "Đang học nghề"),
                    ("none", "Chưa có việc"),
                ],
                max_length=10,
                verbose_name="việc làm",
            ),
        ),
        AlsoChangeable("followup", "work"),
    ]
