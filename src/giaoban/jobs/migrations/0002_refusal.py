"""Why a job was given up, as a code with its sentence and values instead of one in Vietnamese."""

from typing import Any

import django.core.serializers.json
from django.db import migrations, models


def keep_words(apps: Any, schema_editor: Any) -> None:
    for job in apps.get_model("jobs", "Job").objects.exclude(failure=""):
        job.refusal = {"code": "", "sentence": job.failure, "values": {}}
        job.save(update_fields=["refusal"])


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_initial")]

    operations = [
        migrations.AddField(
            "job",
            "refusal",
            models.JSONField(
                encoder=django.core.serializers.json.DjangoJSONEncoder,
                help_text="why it was given up: Refusal.kept()",
                null=True,
            ),
        ),
        migrations.RunPython(keep_words, migrations.RunPython.noop),
        migrations.RemoveField("job", "failure"),
    ]
