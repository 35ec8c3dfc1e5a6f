"""A closed conference knows the last entry before it closed, by number: a clock may be set back."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def number_the_closed(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    conferences, entries = apps.get_model("conferences", "Conference"), apps.get_model("tasks", "Entry")
    for one in conferences.objects.exclude(closed_at=None):
        last = entries.objects.filter(at__lte=one.closed_at).aggregate(last=models.Max("pk"))["last"]
        conferences.objects.filter(pk=one.pk).update(closed_after=last or 0)


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0008_proposed"),
        ("tasks", "0006_escalation_of_check_ins"),
    ]

    operations = [
        migrations.AddField(
            model_name="conference",
            name="closed_after",
            field=models.BigIntegerField(null=True, help_text="number of the last entry of a task before it closed"),
        ),
        migrations.RunPython(number_the_closed, migrations.RunPython.noop),
    ]
