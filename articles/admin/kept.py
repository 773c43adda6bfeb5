"""All that keeps a story from being lost, as one part of its admin: saving, working copies, presence, versions, the bin."""

from django.forms import Media, Script

from . import bin, copies, presence, session, versions
from .bin import Binned
from .saving import Saving
from .versions import Versioned

SCRIPTS = ("typed", "session", "saving", "presence")


class Kept(Saving, Versioned, Binned):
    @property
    def media(self):
        scripts = [Script(f"admin-desk/{name}.js", type="module") for name in SCRIPTS]
        return super().media + Media(css={"all": ["admin-desk/versions.css", "admin-desk/saving.css"]}, js=scripts)

    def get_urls(self):
        own = [url for module in (versions, copies, presence, session, bin) for url in module.urls(self)]
        return [*own, *super().get_urls()]
