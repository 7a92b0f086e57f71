"""What a request says in words lies in one sealed document; the packet has its own."""

from django.db import migrations

import ketnoi.foundation.crypto.documents
from ketnoi.foundation.crypto import Erased, boxes, key_id, unlock
from ketnoi.foundation.crypto.ring import KEY_ID
from ketnoi.foundation.gathering import Gathering

TEXTS, DOCUMENT = ("message", "basis_reason"), "sealed_words"


def gathering(apps, editor):
    """The words of requests: any of the agencies they were closed for opens them."""
    using = editor.connection.alias
    wraps = apps.get_model("cases", "Wrap").objects.using(using).select_related("to__secret")
    layer = apps.get_model("people", "DataKey")._meta.get_field("wrapped")
    secrets = apps.get_model("agencies", "AgencySecret")._meta.get_field("wrapped")

    def key(referral):
        within = layer.open(referral.key.wrapped, row=referral.key_id)
        found = wraps.filter(seal=referral.key_id).first()
        if found is None:
            return closed_for_nobody(referral, within)
        secret = secrets.open(found.to.secret.wrapped, row=found.to_id)
        place = f"wrap|{found.seal}|{found.to_id}"
        inner = unlock(bytes(found.closed), within, place)
        return boxes.reopen(inner, secret=secret, place=place)

    referrals = apps.get_model("referrals", "Referral").objects.using(using)
    return Gathering(
        referrals.select_related("key"),
        texts=TEXTS,
        into=DOCUMENT,
        key=key,
    )


def closed_for_nobody(referral, within):
    """Either it was sealed before agencies had keys, or nobody can open it again."""
    columns = (*TEXTS, DOCUMENT)
    sealed = [bytes(referral.__dict__[name]) for name in columns if name in referral.__dict__]
    if key_id(within) not in {one[1 : 1 + KEY_ID] for one in sealed}:
        raise Erased
    return within


def gather(apps, editor):
    """Requests that were there before."""
    gathering(apps, editor).gather()


def spread(apps, editor):
    """Back to one column for each text."""
    gathering(apps, editor).spread()


class Migration(migrations.Migration):
    dependencies = [("referrals", "0001_initial"), ("cases", "0007_recognition")]

    operations = [
        migrations.AddField(
            model_name="referral",
            name="sealed_words",
            field=ketnoi.foundation.crypto.documents.SealedDocument(
                blank=True, default=b"", editable=True, least=512
            ),
        ),
        migrations.RunPython(gather, spread),
        migrations.RemoveField(model_name="referral", name="message"),
        migrations.RemoveField(model_name="referral", name="basis_reason"),
    ]
