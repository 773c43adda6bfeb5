"""Every change of a story, as a verb: who did it, whole or not at all."""

from .keeping import keep, settle
from .linking import confirm_link, confirm_links, link, unlink
from .pictures import add_picture, make_renditions, save_picture
from .publishing import missing_before_publishing, publish, publish_now, withdraw
from .versions import bring_back, name_version
from .writing import draft, revise, rewrite, sign

__all__ = [
    "add_picture",
    "bring_back",
    "confirm_link",
    "confirm_links",
    "draft",
    "keep",
    "link",
    "make_renditions",
    "missing_before_publishing",
    "name_version",
    "publish",
    "publish_now",
    "revise",
    "rewrite",
    "save_picture",
    "settle",
    "sign",
    "unlink",
    "withdraw",
]
