"""The queue of a day reads what is open, not what ever was."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0006_more")]

    operations = [
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(
                    ("state__in", ["accepted", "draft", "in_service", "on_hold", "sent"])
                ),
                fields=["to_agency", "-state_at"],
                name="referral_in_open",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(
                    ("state__in", ["accepted", "draft", "in_service", "on_hold", "sent"])
                ),
                fields=["from_agency", "-state_at"],
                name="referral_out_open",
            ),
        ),
    ]
