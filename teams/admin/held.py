"""Files that wait on the server between the preview of an import and its confirmation."""

import secrets
import time
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core import signing

_SALT = "teams.admin.held"
_SECONDS = 60 * 60


class Gone(LookupError):
    """The file is not there for this user: too old, used up, somebody else's, or not the one that was looked at."""


@dataclass(frozen=True, slots=True)
class Held:
    """What was chosen on the page beside the file, and the file's own name."""

    source: str
    competition: str
    season: str
    name: str


def hold(content: bytes, held: Held, user) -> str:
    """Keep the file for an hour; what is returned opens it again, for this user alone."""
    folder = _folder()
    _sweep(folder)
    key = secrets.token_hex(32)
    (folder / key).touch(mode=0o600, exist_ok=False)
    (folder / key).write_bytes(content)
    told = {"key": key, "user": user.pk, "digest": sha256(content).hexdigest(), "held": asdict(held)}
    return signing.dumps(told, salt=_SALT, compress=True)


def opened(token: str, user) -> tuple[bytes, Held]:
    """The same bytes as were held, or Gone."""
    told = _told(token, user)
    try:
        content = (_folder() / told["key"]).read_bytes()
    except FileNotFoundError as error:
        raise Gone from error
    if sha256(content).hexdigest() != told["digest"]:
        raise Gone
    return content, Held(**told["held"])


def let_go(token: str, user) -> None:
    (_folder() / _told(token, user)["key"]).unlink(missing_ok=True)


def _told(token: str, user) -> dict:
    try:
        told = signing.loads(token, salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature as error:
        raise Gone from error
    if told["user"] != user.pk:
        raise Gone
    return told


def _folder() -> Path:
    folder = settings.DATA_DIR / "uploads"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _sweep(folder: Path) -> None:
    """Nobody comes back for what is older than its token."""
    for path in folder.iterdir():
        if path.stat().st_mtime < time.time() - _SECONDS:
            path.unlink(missing_ok=True)
