"""Why a version was kept, from which it was brought back, and which token forms made from it carry."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_the_desk_keeps_versions_members_comments_and_corrections")]

    operations = [
        migrations.AddField(
            model_name="version",
            name="brought_from",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="brought back from"),
        ),
        migrations.AddField(
            model_name="version",
            name="moment",
            field=models.CharField(
                blank=True,
                choices=[
                    ("review", "As sent for review"),
                    ("published", "As published"),
                    ("corrected", "As corrected"),
                    ("withdrawn", "As withdrawn"),
                    ("back", "Brought back"),
                ],
                max_length=9,
                verbose_name="moment",
            ),
        ),
        migrations.AddField(
            model_name="version",
            name="token",
            field=models.UUIDField(default=uuid.uuid4),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="version",
            name="name",
            field=models.CharField(blank=True, max_length=100, verbose_name="name"),
        ),
    ]
