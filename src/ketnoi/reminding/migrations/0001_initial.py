import uuid

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard import AppendOnly, GuardRows
from ketnoi.reminding.models import Reminder


class Migration(migrations.Migration):
    initial = True

    dependencies = [("cases", "0011_handed")]

    operations = [
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "word",
                    models.CharField(
                        choices=[
                            ("soon", "Sắp đến hạn"),
                            ("late", "Đã quá hạn"),
                            ("escalated", "Đã báo điều phối"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.task",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(fields=("task", "word"), name="a_word_is_said_once"),
        ),
        GuardRows("reminder", Reminder.guarded),
        AppendOnly("reminder"),
    ]
