from django.db import migrations

from ketnoi.foundation.guard import KeysOfPerson


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0002_erasing"),
        ("cases", "0001_initial"),
        ("referrals", "0001_initial"),
        ("protection", "0001_initial"),
    ]

    operations = [
        KeysOfPerson(
            people__Person="self",
            referrals__Referral="case__person",
            protection__StayPlace="stay__case__person",
        ),
    ]
