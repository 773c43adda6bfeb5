"""Which pictures stand within texts, so that a picture knows where it is used."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_a_withdrawn_story_says_why")]

    operations = [
        migrations.CreateModel(
            name="PictureInText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pictures_in_text", to="articles.article"
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="in_texts", to="articles.image"),
                ),
            ],
            options={"default_permissions": []},
        ),
        migrations.AddConstraint(
            model_name="pictureintext",
            constraint=models.UniqueConstraint(fields=("article", "image"), name="picture_once_per_text"),
        ),
    ]
