"""Enter what the documents read so far cite into the register of cited documents."""

from typing import Any

from django.db import migrations

from giaoban.documents.register import Register


def enter_all(apps: Any, schema_editor: Any) -> None:
    document_model = apps.get_model("documents", "Document")
    cited, citation = apps.get_model("documents", "CitedDocument"), apps.get_model("documents", "Citation")
    read = document_model.objects.exclude(extraction=None).order_by("pk").defer("folded")
    for document in read.iterator(chunk_size=50):
        found = document.extraction.get("citations", [])
        Register(document.committee_id, cited, citation).enter(document, found, document.text)


class Migration(migrations.Migration):
    dependencies = [("documents", "0004_cited")]

    operations = [migrations.RunPython(enter_all, migrations.RunPython.noop)]
