"""Programs of agencies say who they are by a token, of which a hash is kept."""

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard import AppendOnly


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0005_agreements"),
    ]

    operations = [
        migrations.CreateModel(
            name="ProgramToken",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("made_at", models.DateTimeField(verbose_name="lập lúc")),
                ("until", models.DateTimeField(verbose_name="hết hạn")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.member",
                    ),
                ),
                (
                    "member",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="token",
                        to="agencies.member",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AppendOnly("programtoken"),
    ]
