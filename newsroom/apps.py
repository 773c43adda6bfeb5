"""The newsroom: what prints both."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    default = True
    name = "newsroom"
    verbose_name = _("The paper")

    def ready(self):
        from newsroom import checks  # noqa: F401  registers them


class DeskConfig(admin.AdminConfig):
    default = False
    default_site = "newsroom.admin.Desk"
