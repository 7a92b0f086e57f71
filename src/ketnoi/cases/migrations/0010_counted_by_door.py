from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_merged_into")]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["id"], include=("status", "holder", "keeper"), name="case_counted_by_door"
            ),
        ),
    ]
