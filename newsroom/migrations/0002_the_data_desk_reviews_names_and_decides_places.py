"""What the data desk got to keep since the groups were made: places by decision, names to review, guards let stand, merges."""

from importlib import import_module

from django.db import migrations

groups = import_module("newsroom.migrations.0001_reporters_editors_and_the_data_desk")

KEPT = [
    *groups.all_of(["teams.placedecision", "teams.overruled"], groups.WRITE),
    *groups.all_of(["teams.reviewitem"], ("change", "view")),
    *groups.all_of(["teams.merge"], ("change", "view")),
]


def give(apps, schema_editor):
    desk = apps.get_model("auth", "Group").objects.get(name="Data desk")
    desk.permissions.add(*(groups.permission(apps, model, action) for model, action in KEPT))


def take_back(apps, schema_editor):
    for desk in apps.get_model("auth", "Group").objects.filter(name="Data desk"):
        desk.permissions.remove(*(groups.permission(apps, model, action) for model, action in KEPT))


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0001_reporters_editors_and_the_data_desk"),
        ("teams", "0007_names_wait_for_review_and_rows_are_made_one"),
    ]
    operations = [migrations.RunPython(give, take_back)]
