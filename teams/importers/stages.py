"""Where a match stands in its season, out of the headings over it: stage, matchday and round."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LEAGUE, LEAGUE_PHASE, GROUP, KNOCKOUT = "league", "league_phase", "group", "knockout"

# Names of stages in the English of the sources; the store knows what an Italian paper calls them.
PHASE, KNOCK_OUT, QUALIFYING, PLAY_OFFS, GROUPS = "League phase", "Knock-out stage", "Qualifying", "Play-offs", "Group stage"

_ROUNDS = (
    (
        r"round of (?:32|thirty-two)|last 32|1/16.?finals?|sechzehntelfinale|sedicesimi(?: di finale)?"
        r"|dieciseisavos(?: de final)?",
        "Round of 32",
    ),
    (
        r"round of (?:16|sixteen)|last 16|1/8.?finals?|eighth-?\s?finals?|achtelfinale|ottavi(?: di finale)?"
        r"|octavos(?: de final)?",
        "Round of 16",
    ),
    (
        r"quarter-?\s?finals?|1/4.?finals?|quarters|viertelfinale|quarti(?: di finale)?|cuartos(?: de final)?",
        "Quarter-finals",
    ),
    (r"semi-?\s?finals?|1/2.?finals?|semis|halbfinale|semifinali|semifinales", "Semi-finals"),
    (r"(?:match for |play-?off for )?(?:the )?(?:third|3rd)[ -]place.*|spiel um platz (?:3|drei)", "Third place"),
    (r"final|grand final|finale", "Final"),
    (r"play-?\s?offs?|play-?off round|knock-?out (?:phase |round )?play-?\s?offs?", "Play-offs"),
)
_MATCHDAY = re.compile(
    r"(?:match\s?day|match\s?week|week|spieltag|giornata|jornada|journée|md|regular season(?: -)?|round)\s*(\d+)\b"
    r"|(\d+)(?:\^|\.|ª|a)?\s*(?:giornata|spieltag|jornada|match\s?day|round)\b",
    re.IGNORECASE,
)
_NUMBERED_ROUND = re.compile(r"(\d+)(?:\.|st|nd|rd|th)?\s*round\b|round\s*(\d+)\b", re.IGNORECASE)
_GROUP = re.compile(r"(?:group|gruppo|gruppe|pool)\s+([A-Z]|\d{1,2})\b\.?", re.IGNORECASE)
# A match that parts two teams of a group that are level (World Cups of 1954 and 1958) is none of the group's own.
_GROUP_PLAY_OFF = re.compile(
    r"(?:group|gruppo|gruppe|pool)[\s-]+(?:[A-Z]|\d{1,2})\b.*\bplay-?\s?offs?\b|play-?\s?offs?\b.*\b(?:group|gruppo)\s+\w+",
    re.IGNORECASE,
)
_LEG = re.compile(r"(?:(\d)(?:st|nd|rd|th)\.?|(first|second))\s+legs?|legs?\s+(\d)", re.IGNORECASE)
_REPLAY = re.compile(r",?\s*\breplays?\b", re.IGNORECASE)
_LEAGUE_PHASE = re.compile(r"league(?:\s+(?:phase|stage))?", re.IGNORECASE)
_FINAL_GROUP = re.compile(r"final (?:round|group|pool|stage group)", re.IGNORECASE)
_SECOND = re.compile(r"\b(?:second|2nd|intermediate)\b.*\b(?:stage|round|phase|groups?)\b", re.IGNORECASE)
_ALL_GROUPS = re.compile(r"groups?(?:\s+(?:stage|phase|matches))?", re.IGNORECASE)
_QUALIFYING = re.compile(r"\b(?:quali(?:fying|fication|fiers?)?|preliminary)\b", re.IGNORECASE)
_CONTAINER = re.compile(
    r"finals|knock-?\s?out(?: stage| phase| rounds?)?|(?:first|second|final) stage|(?:main|group) (?:tournament|stage|phase)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """`again` tells a second group stage from the first, where both might use the same letters."""

    stage: str = ""
    kind: str = LEAGUE
    matchday: int | None = None
    round: str = ""
    again: bool = False


def slot(headings: Sequence[str], *, league: bool, title: str = "") -> Slot:
    """The place that these headings, the widest first, give to a match.

    In a `league` plain matchdays are the league itself; a cup's "1. Round" is a round, not a matchday.
    """
    parts = [part.strip(" :") for heading in headings for part in re.split(r",\s+|\s*\|\s*", heading) if part.strip(" :")]
    text = ", ".join(parts)
    matchday = _matchday(text)
    if any(_FINAL_GROUP.fullmatch(part) for part in parts):
        return Slot("Final round", GROUP, matchday)
    found = _GROUP.search(text)
    if _GROUP_PLAY_OFF.search(text):
        return play_off_of(found[0] if found else text)
    if found:
        return Slot(f"Group {found[1].upper()}", GROUP, matchday, again=bool(_SECOND.search(text)))
    if any(_LEAGUE_PHASE.fullmatch(part) for part in parts) and not league:
        return Slot(PHASE, LEAGUE_PHASE, matchday)
    if matchday is not None and any(_ALL_GROUPS.fullmatch(part) for part in parts):
        return Slot(GROUPS, GROUP, matchday)
    return _of_rounds(parts, matchday, league, bool(_QUALIFYING.search(f"{text} {title}")))


def play_off_of(group: str) -> Slot:
    """Where two of a group meet once more for a place, in one spelling for all sources."""
    return Slot(PLAY_OFFS, KNOCKOUT, None, f"{group[0].upper()}{group[1:]} play-off")


def _of_rounds(parts: list[str], matchday: int | None, league: bool, qualifying: bool) -> Slot:
    named = " ".join(filter(None, (_round(part, league) for part in parts)))
    if named and any(_REPLAY.fullmatch(part) for part in parts):
        named = f"{named}, replay"
    if named in ("", "Final round") and (league or matchday is not None or not parts) and not qualifying:
        return Slot("", LEAGUE, matchday)
    stage = QUALIFYING if qualifying else PLAY_OFFS if league else KNOCK_OUT
    return Slot(stage, KNOCKOUT, None, named or ", ".join(parts))


def _round(part: str, matchdays: bool) -> str:
    """The round that a heading names, in one spelling for all sources; nothing for matchdays, legs and mere containers."""
    again = bool(_REPLAY.search(part))
    plain = _LEG.sub("", _REPLAY.sub("", part)).strip(" ,-–")
    if _CONTAINER.fullmatch(plain) or not plain:
        return ""
    for pattern, name in _ROUNDS:
        if re.fullmatch(pattern, plain, re.IGNORECASE):
            return f"{name}, replay" if again else name
    if (found := _NUMBERED_ROUND.fullmatch(plain)) and not matchdays:
        return f"Round {found[1] or found[2]}"
    if _MATCHDAY.fullmatch(plain):
        return ""
    return f"{plain}, replay" if again else plain


def _matchday(text: str) -> int | None:
    found = _MATCHDAY.search(text)
    return int(found[1] or found[2]) if found else None


def is_heading(text: str) -> bool:
    """Whether a bare line, without any mark before it, can only be a heading: Matchday 12, Group A:, Quarter-finals."""
    plain = _LEG.sub("", _REPLAY.sub("", text)).strip(" :,-–")
    known = any(re.fullmatch(pattern, plain, re.IGNORECASE) for pattern, _ in _ROUNDS)
    numbered = re.fullmatch(r"(?:first|second|third|preliminary|qualifying|final|\d+\.)\s+rounds?", plain, re.IGNORECASE)
    plainly = (_MATCHDAY, _GROUP, _GROUP_PLAY_OFF, _LEAGUE_PHASE, _FINAL_GROUP, _ALL_GROUPS, _CONTAINER)
    return (
        known
        or bool(numbered)
        or bool(_REPLAY.fullmatch(text.strip(" :")))
        or any(pattern.fullmatch(plain) for pattern in plainly)
    )


def order_of(one: Slot) -> int:
    """The order of stages on a page: qualifying, league or groups by their letters, a second stage, knock-out."""
    if one.stage == QUALIFYING:
        return 1
    if one.kind == KNOCKOUT:
        return 90
    if one.stage == "Final round":
        return 80
    letter = one.stage.rpartition(" ")[2] if one.stage.startswith(("Group ", "Second stage")) else ""
    base = 50 if one.again else 10
    if letter.isdigit():
        return base + int(letter)
    return base + (ord(letter) - ord("A") + (20 if one.again else 1) if len(letter) == 1 else 0)
