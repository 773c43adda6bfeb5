"""Who works here gets a role, and there are desk chiefs.

Until now an editor could withdraw, for every publisher. Nothing is taken from anybody: editors of before become chiefs of every
publisher, whoever else may publish becomes editor, and those who read or write stories become reporters of every publisher.
"""

from importlib import import_module

from django.db import migrations
from django.db.models import Q

groups = import_module("newsroom.migrations.0001_reporters_editors_and_the_data_desk")

CHIEF = [*groups.GROUPS["Editor"], ("articles.article", "correct"), ("teams.auditentry", "view")]


def make(apps, schema_editor):
    chiefs = make_chiefs(apps, schema_editor)
    Membership = apps.get_model("articles", "Membership")
    users = apps.get_model("auth", "User").objects.filter(is_superuser=False)
    of_before = set(users.filter(groups__name="Editor").values_list("pk", flat=True))
    roles = dict.fromkeys(_holders(users, "view_article", "change_article"), "reporter")
    roles |= dict.fromkeys(_holders(users, "publish_article"), "editor")
    roles |= dict.fromkeys(of_before, "chief")
    Membership.objects.bulk_create(Membership(user_id=pk, role=role) for pk, role in sorted(roles.items()))
    chiefs.user_set.add(*of_before)


def make_chiefs(apps, schema_editor):
    chiefs, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Desk chief")
    chiefs.permissions.add(*(groups.permission(apps, model, action) for model, action in CHIEF))
    return chiefs


def unmake(apps, schema_editor):
    apps.get_model("articles", "Membership").objects.all().delete()
    apps.get_model("auth", "Group").objects.filter(name="Desk chief").delete()


def _holders(users, *codenames):
    known = {"content_type__app_label": "articles", "codename__in": codenames}
    own = {f"user_permissions__{name}": value for name, value in known.items()}
    of_groups = {f"groups__permissions__{name}": value for name, value in known.items()}
    return users.filter(Q(**own) | Q(**of_groups)).values_list("pk", flat=True)


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0003_the_worker_knows_its_rounds"),
        ("articles", "0004_the_desk_keeps_versions_members_comments_and_corrections"),
        ("teams", "0009_every_act_is_kept_in_an_audit_log"),
    ]
    operations = [migrations.RunPython(make, unmake)]
