"""When a member was signed out everywhere: what her calendar read from before reads no more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0008_told"),
    ]

    operations = [
        migrations.AddField(
            model_name="member",
            name="signed_out_at",
            field=models.DateTimeField(null=True, verbose_name="mọi nơi bị đóng lúc"),
        ),
    ]
