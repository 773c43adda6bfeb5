"""Every change of a story, as a verb: who did it, whole or not at all."""

from .arranging import arrange
from .binning import end_for_good, put_into_bin, restore
from .commenting import comment, reopen_comment, settle_comment
from .copies import drop_copy, drop_old_copies, keep_copy
from .copying import begin_translation, duplicate, tie_translations, untie_translations
from .correcting import amend, correct, decide
from .keeping import keep, settle
from .linking import Said, Tie, cite, confirm_links, link, quote, tie, unlink
from .live import add_entry, bring_entry_back, edit_entry, end_coverage, resume_coverage, retell, withdraw_entry
from .pictures import add_picture, bin_picture, missing_of_picture, restore_picture, save_picture, take_in_picture
from .publishing import missing_before_publishing, publish, publish_now, republish, unschedule, withdraw
from .reviewing import assign, send_back, send_for_review
from .sharing import revoke, share
from .telling import name
from .topics import add_topic
from .versions import bring_back, name_version
from .writing import draft, revise, rewrite, sign

__all__ = [
    "Said",
    "Tie",
    "add_entry",
    "add_picture",
    "add_topic",
    "amend",
    "arrange",
    "assign",
    "begin_translation",
    "bin_picture",
    "bring_back",
    "bring_entry_back",
    "cite",
    "comment",
    "confirm_links",
    "correct",
    "decide",
    "draft",
    "drop_copy",
    "drop_old_copies",
    "duplicate",
    "edit_entry",
    "end_coverage",
    "end_for_good",
    "keep",
    "keep_copy",
    "link",
    "missing_before_publishing",
    "missing_of_picture",
    "name",
    "name_version",
    "publish",
    "publish_now",
    "put_into_bin",
    "quote",
    "reopen_comment",
    "republish",
    "restore",
    "restore_picture",
    "resume_coverage",
    "retell",
    "revise",
    "revoke",
    "rewrite",
    "save_picture",
    "send_back",
    "send_for_review",
    "settle",
    "settle_comment",
    "share",
    "sign",
    "take_in_picture",
    "tie",
    "tie_translations",
    "unlink",
    "unschedule",
    "untie_translations",
    "withdraw",
    "withdraw_entry",
]
