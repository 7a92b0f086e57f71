from django.db import migrations, models

from ketnoi.foundation.guard import AppendOnly, GuardRows
from ketnoi.foundation.models import Shred


class Migration(migrations.Migration):
    dependencies = [("foundation", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Shred",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False)),
                ("person", models.UUIDField()),
                ("agency", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("ground", models.CharField(max_length=40)),
            ],
            options={"abstract": False},
        ),
        GuardRows("shred", Shred.guarded),
        AppendOnly("shred"),
    ]
