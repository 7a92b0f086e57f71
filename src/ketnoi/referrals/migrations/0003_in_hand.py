"""One officer takes a request in hand; whoever declines may name a service that can help."""

import django.db.models.deletion
from django.db import migrations, models

from ketnoi.foundation.guard import AlsoChangeable


class Migration(migrations.Migration):
    dependencies = [("referrals", "0002_documents"), ("directory", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="referralevent",
            name="suggested",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="directory.service",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="taken_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.member",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="taken_at",
            field=models.DateTimeField(null=True),
        ),
        AlsoChangeable("referral", "taken_by_id", "taken_at"),
    ]
