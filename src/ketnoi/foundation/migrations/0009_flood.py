"""How much the public forms take: kept for a day, and worth nothing after a crash."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("foundation", "0008_hidden")]

    operations = [
        migrations.CreateModel(
            name="Bucket",
            fields=[
                ("mark", models.BigIntegerField(primary_key=True, serialize=False)),
                ("day", models.DateField(db_index=True)),
                ("left_over", models.FloatField()),
                ("filled_at", models.DateTimeField()),
            ],
            options={"db_table": "foundation_bucket"},
        ),
        migrations.CreateModel(
            name="UsedProof",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("until", models.DateTimeField(db_index=True)),
            ],
            options={"db_table": "foundation_used_proof"},
        ),
        # No page waits for the disk because somebody floods us.
        migrations.RunSQL("ALTER TABLE foundation_bucket SET UNLOGGED", "SELECT 1"),
    ]
