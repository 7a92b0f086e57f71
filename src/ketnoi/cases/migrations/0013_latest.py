from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_guests")]

    operations = [
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["due_at"], condition=Q(done_at=None), name="task_latest"),
        ),
    ]
