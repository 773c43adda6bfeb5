"""The sizes in which a picture is shown: what they are, and under which addresses. No file is touched here."""

from typing import NamedTuple


class Slot(NamedTuple):
    """A place that the site has for pictures: its shape (None: all of the picture) and the widths that are made for it."""

    shape: tuple[int, int] | None
    widths: tuple[int, ...]
    kinds: tuple[str, ...] = ("avif", "webp", "jpg")


SLOTS = {
    "wide": Slot((16, 9), (480, 800, 1200)),  # lists and the head of a story
    "square": Slot((1, 1), (320, 1200)),  # portraits, and one of the shapes that search engines ask for
    "card": Slot((1200, 630), (1200,), ("jpg",)),  # what is shared; who fetches it reads JPEG
    "whole": Slot(None, (800, 1600)),  # logos, pictures within a text
}
FALLBACK = "jpg"


class Rendition(NamedTuple):
    """What a page needs to draw one slot. `url`: the largest as JPEG. The rest are srcsets, empty while none is made."""

    url: str
    width: int
    height: int
    avif: str = ""
    webp: str = ""
    jpeg: str = ""


def measure(name: str, width: int, whole: tuple[int, int]) -> tuple[int, int]:
    """The measure of a slot made `width` wide, from a picture that measures `whole`; nobody enlarges the whole picture."""
    across, down = SLOTS[name].shape or whole
    width = width if SLOTS[name].shape else min(width, whole[0])
    return width, max(1, round(width * down / across))


def file_name(name: str, width: int, kind: str) -> str:
    return f"{name}-{width}.{kind}"


def folder(file: str, focal_point: str) -> str:
    """Where the sizes of a file lie that were cut around that point, with a stroke at the end."""
    return f"sizes/{file}/{focal_point}/"


def rendition(name: str, prefix: str, whole: tuple[int, int]) -> Rendition:
    """`prefix`: the address of the folder; `whole`: width and height of the picture."""
    slot = SLOTS[name]
    largest = slot.widths[-1]
    sets = {
        kind: ", ".join(f"{prefix}{name}-{width}.{kind} {measure(name, width, whole)[0]}w" for width in slot.widths)
        for kind in slot.kinds
    }
    return Rendition(
        f"{prefix}{name}-{largest}.{FALLBACK}",
        *measure(name, largest, whole),
        avif=sets.get("avif", ""),
        webp=sets.get("webp", ""),
        jpeg=sets[FALLBACK],
    )
