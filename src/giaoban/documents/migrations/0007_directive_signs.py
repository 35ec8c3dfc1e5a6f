import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0006_repetition")]

    operations = [
        migrations.CreateModel(
            name="DirectiveSign",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "sign", "directive", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sign", models.BigIntegerField()),
                (
                    "directive",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="signs", to="documents.directive"
                    ),
                ),
            ],
        ),
    ]
