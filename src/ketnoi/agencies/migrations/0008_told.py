"""When a member is told that something new waits."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0007_leaves"),
    ]

    operations = [
        migrations.AddField(
            model_name="member",
            name="told",
            field=models.CharField(
                choices=[
                    ("at_once", "Mỗi lần có việc mới"),
                    ("morning", "Mỗi sáng một lần, nếu có việc"),
                ],
                default="at_once",
                max_length=10,
                verbose_name="báo khi nào",
            ),
        ),
    ]
