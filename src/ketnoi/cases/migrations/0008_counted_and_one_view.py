"""Files are counted from an index alone, and open doors are asked of one view."""

from django.db import migrations, models

from ketnoi.foundation.guard import BreaksGlass, OneViewOfDoors, OpenFiles


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_recognition"),
        ("foundation", "0006_told_keeps_its_plan"),
        ("law", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["holder", "status"], include=("id", "keeper"), name="case_counted"
            ),
        ),
        OpenFiles("caseaccess", tasks="task"),
        BreaksGlass(
            case="cases.Case",
            door="cases.CaseAccess",
            opening="cases.EmergencyOpening",
            review="cases.EmergencyReview",
            fact="law.Fact",
        ),
        OneViewOfDoors(),
        migrations.RemoveIndex(model_name="caseaccess", name="open_to_member"),
    ]
