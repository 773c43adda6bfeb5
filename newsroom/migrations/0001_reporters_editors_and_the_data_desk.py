"""The groups of the newsroom.

A Reporter writes stories (which of them, `articles.permissions` says) and reads facts. An Editor has the stories whole,
publishing included, and reads facts. The Data desk has the facts whole and reads stories. Who does both is in two groups.
"""

from django.db import migrations

WRITE = ("add", "change", "delete", "view")
FACTS = [
    "teams." + model
    for model in (
        "alias", "appearance", "competition", "externalid", "match", "matchevent",
        "person", "pointsadjustment", "season", "spell", "stage", "team", "venue",
    )
]  # fmt: skip
LINES = [
    "articles." + model
    for model in ("byline", "citation", "competitionlink", "eventlink", "matchlink", "personlink", "teamlink")
]
OTHERS = ["articles.author", "articles.publisher", "taggit.tag"]


def all_of(models, actions):
    return [(model, action) for model in models for action in actions]


GROUPS = {
    "Reporter": [
        *all_of(["articles.article", *LINES], WRITE),
        *all_of(["articles.image"], ("add", "change", "view")),
        *all_of([*OTHERS, *FACTS], ("view",)),
    ],
    "Editor": [
        *all_of(["articles.article", "articles.image", *LINES, *OTHERS], WRITE),
        ("articles.article", "publish"),
        *all_of(FACTS, ("view",)),
    ],
    "Data desk": [
        *all_of(FACTS, WRITE),
        *all_of(["articles.article", "articles.image", *LINES, *OTHERS], ("view",)),
    ],
}


def make_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for name, permissions in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*(permission(apps, model, action) for model, action in permissions))


def unmake_groups(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


def permission(apps, model, action):
    """The permission, made here if need be: Django makes its own only after all migrations have run."""
    app_label, name = model.split(".")
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app_label, model=name)
    options = apps.get_model(app_label, name)._meta
    titles = {f"{action}_{name}": f"Can {action} {options.verbose_name_raw}", **dict(options.permissions)}
    row, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=f"{action}_{name}", defaults={"name": titles[f"{action}_{name}"]}
    )
    return row


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_the_first_edition"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("teams", "0001_the_first_edition"),
    ]
    operations = [migrations.RunPython(make_groups, unmake_groups)]
