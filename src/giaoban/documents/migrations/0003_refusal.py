"""Why a document was not read, as a code with its sentence and values; no document is ever closed."""

from typing import Any

import django.core.serializers.json
from django.db import migrations, models


def keep_words(apps: Any, schema_editor: Any) -> None:
    documents = apps.get_model("documents", "Document").objects
    for document in documents.exclude(failure="").only("pk", "failure"):
        documents.filter(pk=document.pk).update(refusal={"code": "", "sentence": document.failure, "values": {}})


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_page")]

    operations = [
        migrations.AddField(
            "document",
            "refusal",
            models.JSONField(
                encoder=django.core.serializers.json.DjangoJSONEncoder,
                help_text="why it could not be read: Refusal.kept()",
                null=True,
            ),
        ),
        migrations.RunPython(keep_words, migrations.RunPython.noop),
        migrations.RemoveField("document", "failure"),
        migrations.AlterField(
            "document",
            "state",
            models.CharField(
                choices=[
                    ("waiting", "Chờ đọc"),
                    ("reading", "Đang đọc"),
                    ("read", "Chờ rà soát"),
                    ("failed", "Không đọc được"),
                    ("given", "Đã giao nhiệm vụ"),
                ],
                default="waiting",
                max_length=10,
            ),
        ),
    ]
