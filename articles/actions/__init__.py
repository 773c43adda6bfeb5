"""Every change of a story, as a verb: who did it, whole or not at all."""

from .keeping import keep, settle
from .linking import confirm_link, confirm_links, link, unlink
from .pictures import add_picture, bin_picture, missing_of_picture, restore_picture, save_picture, take_in_picture
from .publishing import missing_before_publishing, publish, publish_now, withdraw
from .versions import bring_back, name_version
from .writing import draft, revise, rewrite, sign

__all__ = [
    "add_picture",
    "bin_picture",
    "bring_back",
    "confirm_link",
    "confirm_links",
    "draft",
    "keep",
    "link",
    "missing_before_publishing",
    "missing_of_picture",
    "name_version",
    "publish",
    "publish_now",
    "restore_picture",
    "revise",
    "rewrite",
    "save_picture",
    "settle",
    "sign",
    "take_in_picture",
    "unlink",
    "withdraw",
]
