"""Keys are only added; what destroys one is a function that asks whose it is."""

from django.db import migrations

import ketnoi.foundation.crypto.wrapped
from ketnoi.foundation.guard import DestroyKeys, KeysOnlyAdded


class Migration(migrations.Migration):
    dependencies = [("people", "0004_family"), ("foundation", "0005_key_ring")]

    operations = [
        migrations.AlterField(
            model_name="datakey",
            name="wrapped",
            field=ketnoi.foundation.crypto.wrapped.WrappedKey(bound_to="data-key", kind="identity"),
        ),
        migrations.AlterField(
            model_name="phone",
            name="number_tag",
            field=ketnoi.foundation.crypto.wrapped.KeyedTag(
                db_index=True, of="number", purpose="phone"
            ),
        ),
        migrations.AlterField(
            model_name="paper",
            name="number_tag",
            field=ketnoi.foundation.crypto.wrapped.KeyedTag(
                db_index=True, of="number", purpose="paper"
            ),
        ),
        KeysOnlyAdded("datakey"),
        DestroyKeys("people.DataKey", persons="people.Person"),
    ]
