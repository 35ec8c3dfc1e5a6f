"""Keep the signs of the directives written so far, by which those that say nearly the same are found."""

from typing import Any

from django.db import migrations

from giaoban.documents.signs import keep_signs


def keep_all(apps: Any, schema_editor: Any) -> None:
    model = apps.get_model("documents", "DirectiveSign")
    documents = apps.get_model("documents", "Document").objects.order_by("pk").only("committee_id")
    for document in documents.iterator(chunk_size=500):
        quotes = dict(document.directives.values_list("pk", "quote"))
        keep_signs(document.committee_id, quotes, model=model)


class Migration(migrations.Migration):
    dependencies = [("documents", "0007_directive_signs")]

    operations = [migrations.RunPython(keep_all, migrations.RunPython.noop)]
