from typing import Any

from django.db import migrations, models
from django.db.models import F


def prepared_for_their_day(apps: Any, schema_editor: Any) -> None:
    apps.get_model("conferences", "Conference").objects.update(prepared_for=F("held_on"))


class Migration(migrations.Migration):
    dependencies = [("conferences", "0005_sequence")]

    operations = [
        migrations.AddField("conference", "prepared_for", models.DateField(null=True)),
        migrations.AddField("preparation", "usual_on", models.DateField(null=True)),
        migrations.RunPython(prepared_for_their_day, migrations.RunPython.noop),
    ]
