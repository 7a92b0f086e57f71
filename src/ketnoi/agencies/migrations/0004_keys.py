"""Each agency gets a pair of keys: what others close with, and what its own people open with."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import ketnoi.foundation.crypto.wrapped
from ketnoi.agencies.models import AgencySecret
from ketnoi.foundation.crypto import boxes
from ketnoi.foundation.guard import AppendOnly, GuardRows


def give_keys(apps, editor):
    """Agencies that were there before."""
    using = editor.connection.alias
    agencies, keys, secrets = (
        apps.get_model("agencies", name).objects.using(using)
        for name in ("Agency", "AgencyKey", "AgencySecret")
    )
    wrapped = AgencySecret._meta.get_field("wrapped")
    for agency in agencies.all():
        public, secret = boxes.new_pair()
        key = keys.create(pk=uuid.uuid4(), agency=agency, public=public)
        secrets.create(key=key, agency=agency, wrapped=wrapped.close(secret, row=key.pk))


class Migration(migrations.Migration):
    dependencies = [("agencies", "0003_witnesses"), ("foundation", "0005_key_ring")]

    operations = [
        migrations.CreateModel(
            name="AgencyKey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("public", models.BinaryField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keys",
                        to="agencies.agency",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AgencySecret",
            fields=[
                (
                    "key",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="secret",
                        serialize=False,
                        to="agencies.agencykey",
                    ),
                ),
                (
                    "wrapped",
                    ketnoi.foundation.crypto.wrapped.WrappedKey(
                        bound_to="agency-secret", kind="narrative"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.AddConstraint(
            model_name="agencykey",
            constraint=models.UniqueConstraint(
                fields=("agency", "number"), name="one_key_of_a_number"
            ),
        ),
        GuardRows("agencysecret", AgencySecret.guarded),
        AppendOnly("agencykey"),
        AppendOnly("agencysecret"),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
    ]
