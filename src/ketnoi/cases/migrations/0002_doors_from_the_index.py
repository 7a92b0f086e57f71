"""Which files are opened is read from an index alone."""

from django.db import migrations, models

from ketnoi.foundation.guard import OpenFiles


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_links"),
        ("cases", "0001_initial"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="caseaccess",
            name="access_of_agency",
        ),
        migrations.AddIndex(
            model_name="caseaccess",
            index=models.Index(
                condition=models.Q(("ended_at", None)),
                fields=["agency"],
                include=("case", "since", "until", "holder", "member"),
                name="open_to_agency",
            ),
        ),
        migrations.AddIndex(
            model_name="caseaccess",
            index=models.Index(
                condition=models.Q(("ended_at", None)),
                fields=["member"],
                include=("case", "since", "until", "holder", "agency"),
                name="open_to_member",
            ),
        ),
        OpenFiles("caseaccess", tasks="task"),
    ]
