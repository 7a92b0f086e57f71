"""Keys of what is written in a file, each closed for one agency that may read it."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.cases.models import Wrap
from ketnoi.foundation.guard import (
    AppendOnly,
    DestroyKeys,
    DoorsDropWraps,
    GuardRows,
    SameHolder,
)


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_keys"),
        ("people", "0005_keys"),
        ("cases", "0005_emergency"),
    ]

    operations = [
        migrations.AddField(model_name="note", name="seal", field=models.UUIDField(null=True)),
        migrations.CreateModel(
            name="Wrap",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("seal", models.UUIDField()),
                (
                    "scope",
                    models.CharField(
                        choices=[("own", "own"), ("network", "network"), ("apart", "apart")],
                        max_length=10,
                    ),
                ),
                ("closed", models.BinaryField()),
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
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agencykey",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seal", "agency"), name="one_wrap_for_an_agency"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("scope", "apart"), _negated=True),
                        fields=("case", "agency", "scope"),
                        name="one_wrap_in_a_file",
                    ),
                ],
            },
        ),
        GuardRows("wrap", Wrap.guarded),
        SameHolder("wrap", of="cases.Case", column="case_id"),
        AppendOnly("wrap"),
        DoorsDropWraps("caseaccess", wraps="wrap"),
        DestroyKeys(
            "people.DataKey",
            persons="people.Person",
            wraps="cases.Wrap",
            files="cases.Case",
        ),
    ]
