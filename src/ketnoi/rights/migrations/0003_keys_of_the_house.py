"""With her go the keys of what the house wrote about her, and of what was said of her ways."""

from django.db import migrations

from ketnoi.foundation.guard import KeysOfPerson


class Migration(migrations.Migration):
    dependencies = [
        ("rights", "0002_data_request"),
        ("dwelling", "0001_initial"),
    ]

    operations = [
        KeysOfPerson(
            people__Person="self",
            referrals__Referral="case__person",
            protection__StayPlace="stay__case__person",
            dwelling__HouseBook="stay__case__person",
            dwelling__TransportWords="stay__case__person",
        ),
    ]
