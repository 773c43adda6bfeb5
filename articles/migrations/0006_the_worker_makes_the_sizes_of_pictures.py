"""Pictures may wait for their words; the worker makes their sizes, and notes for which focal point."""

import django.core.validators
import teams.clock
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_a_version_knows_its_moment_and_its_token"),
    ]

    operations = [
        migrations.CreateModel(
            name="LeftFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=300, unique=True)),
                ("left_at", models.DateTimeField(db_index=True, default=teams.clock.now)),
            ],
            options={
                "default_permissions": [],
            },
        ),
        migrations.AlterModelOptions(
            name="image",
            options={"ordering": ["-created_at", "-pk"], "verbose_name": "picture", "verbose_name_plural": "pictures"},
        ),
        migrations.RemoveConstraint(
            model_name="image",
            name="image_has_alternative_text",
        ),
        migrations.RemoveConstraint(
            model_name="image",
            name="image_has_a_credit",
        ),
        migrations.AddField(
            model_name="image",
            name="made_for",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="The focal point around which the sizes are made; empty: none yet.",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="image",
            name="taken_at",
            field=models.DateTimeField(
                blank=True, help_text="When, in the newsroom's time zone.", null=True, verbose_name="taken"
            ),
        ),
        migrations.AlterField(
            model_name="image",
            name="alt_text",
            field=models.CharField(
                blank=True,
                help_text="What one would have to see; read to those who cannot.",
                max_length=300,
                verbose_name="alternative text",
            ),
        ),
        migrations.AlterField(
            model_name="image",
            name="created_at",
            field=models.DateTimeField(default=teams.clock.now, editable=False, verbose_name="added"),
        ),
        migrations.AlterField(
            model_name="image",
            name="credit",
            field=models.CharField(blank=True, help_text="Who made it, or whose it is.", max_length=150, verbose_name="credit"),
        ),
        migrations.AlterField(
            model_name="image",
            name="file",
            field=models.ImageField(max_length=200, upload_to="pictures/%Y/%m", verbose_name="file"),
        ),
        migrations.AlterField(
            model_name="image",
            name="focal_point",
            field=models.CharField(
                default="0.5x0.5",
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator(
                        "^(0(\\.\\d{1,3})?|1(\\.0{1,3})?)x(0(\\.\\d{1,3})?|1(\\.0{1,3})?)$",
                        "Click on the picture where one should look first.",
                    )
                ],
                verbose_name="focal point",
            ),
        ),
        migrations.AddIndex(
            model_name="image",
            index=models.Index(fields=["-created_at", "-id"], name="image_newest_first"),
        ),
    ]
