"""What identifies her lies in one sealed document, and so does what is said of a number."""

from django.db import migrations

import ketnoi.foundation.crypto.documents
from ketnoi.foundation.gathering import Gathering
from ketnoi.foundation.guard import Forgets


def gatherings(apps, editor):
    """What becomes a document, and with which key it is sealed."""
    wrapped = apps.get_model("people", "DataKey")._meta.get_field("wrapped")
    persons, phones = (
        apps.get_model("people", name).objects.using(editor.connection.alias)
        for name in ("Person", "Phone")
    )
    yield Gathering(
        persons.select_related("key"),
        texts=("called", "name"),
        into="sealed_identity",
        key=lambda person: wrapped.open(person.key.wrapped, row=person.key_id),
    )
    yield Gathering(
        phones.select_related("person__key"),
        texts=("number", "safe_hours"),
        into="sealed_contact",
        key=lambda phone: wrapped.open(phone.person.key.wrapped, row=phone.person.key_id),
        owner=lambda phone: f"{phone.person_id}/{phone.pk}",
    )


def gather(apps, editor):
    """Records that were there before."""
    for gathering in gatherings(apps, editor):
        gathering.gather()


def spread(apps, editor):
    """Back to one column for each text."""
    for gathering in gatherings(apps, editor):
        gathering.spread()


class Migration(migrations.Migration):
    dependencies = [("people", "0005_keys")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="sealed_identity",
            field=ketnoi.foundation.crypto.documents.SealedDocument(
                blank=True, default=b"", editable=True, least=192
            ),
        ),
        migrations.AddField(
            model_name="phone",
            name="sealed_contact",
            field=ketnoi.foundation.crypto.documents.SealedDocument(
                blank=True, default=b"", editable=True, least=192
            ),
        ),
        migrations.RunPython(gather, spread),
        migrations.RemoveField(model_name="person", name="called"),
        migrations.RemoveField(model_name="person", name="name"),
        migrations.RemoveField(model_name="phone", name="number"),
        migrations.RemoveField(model_name="phone", name="safe_hours"),
        Forgets(
            forgets=("people.Phone", "people.Paper", "people.Address"),
            empties=("sealed_identity",),
            before=("called", "name"),
        ),
    ]
