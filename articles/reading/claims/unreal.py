"""Words that state nothing: a condition, a question, somebody else's match; what they say is never marked wrong."""

import re

from articles.reading.claims import places
from articles.reading.claims.shapes import Claim
from articles.reading.scene import Scene
from articles.reading.vocabulary import any_of

# The moods of what is only thought of; "could only draw" tells of what was.
_MOOD = re.compile(
    r"\b(?:\w+(?:rebbe|rebbero)|(?:would|might|should)(?!\w)|could(?! (?:only|not|do)\b)(?!n['’]t))\b", re.IGNORECASE
)
_CONDITION = re.compile(
    r"\b(?:[Ss]e|[Qq]ualora|[Nn]el caso)\b[^;:.]*\b\w+(?:asse|esse|isse|osse|assero|essero|issero|ossero)\b"
    r"|(?<!anche )\b[Ss]e (?:il |la |l['’]|i )?\w+ (?:vince|perde|pareggia|batte|segna|chiude|fa)\b"
    r"|\b(?:[Ii]f|[Uu]nless|[Pp]rovided|[Ss]uppose|[Ii]magine)\b"
    r"|\b[Hh]ad (?:they|he|it|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) (?:not )?(?:\w+ed|beaten|won|lost|held|drawn|been|taken)\b",
)
_OTHER_SIDE = any_of(
    r"""
    under[-_]?\d\ds? u-?(?:17|18|19|20|21|23) primavera youth_\w+ reserves women['’]?s? femminile futuro academy fa_cup
    coppa_italia carabao_cup league_cup super_?cup supercoppa championship serie_b amichevole friendly nations_league
    europa_league conference_league
    """
)
_ANOTHER_TIME = any_of(
    r"""
    last_season stagione_scorsa scorsa_stagione campionato_scorso scorso_campionato anno_scorso last_year ultima_volta_che
    last_time a_year_ago un_anno_fa years_ago anni_fa
    """
)
_YEAR = re.compile(r"(?<![\d./-])(?<!since )(?<!dal )(?:18|19|20)\d\d(?![\d-])")
# Claims that a place, a day or a name of the calendar decides hold whatever year or cup stands beside them.
_ALWAYS = frozenset({"venue", "next_match", "date"})


def is_unreal(scene: Scene, claim: Claim) -> bool:
    if claim.kind == "venue":
        return False
    clause, sentence = places.clause_of(scene, claim.start), places.sentence_of(scene, claim.start)
    if "?" in scene.text[sentence[1] : sentence[1] + 3] or _is_supposed(scene, claim, clause):
        return True
    return claim.kind not in _ALWAYS and _is_elsewhere(scene, claim, clause)


def _is_supposed(scene: Scene, claim: Claim, clause: tuple[int, int]) -> bool:
    """The mood of its own words; or a condition before them, up to a word that comes back to what was."""
    segment = scene.text[slice(*places.segment_of(scene, claim.start))]
    led = _CONDITION.search(scene.text[slice(*clause)])
    return bool(_MOOD.search(segment) or led)


def _is_elsewhere(scene: Scene, claim: Claim, clause: tuple[int, int]) -> bool:
    """Another side's match, another cup's or another year's, told between the same commas or right before them."""
    first, last = places.segment_of(scene, claim.start)
    own, words = scene.text[first:last], scene.text[slice(*clause)]
    before = scene.text[places.segment_of(scene, max(clause[0], first - 2))[0] : last]
    years = {int(year) for year in _YEAR.findall(before)}
    return bool(_OTHER_SIDE.search(own) or _ANOTHER_TIME.search(words) or any(abs(scene.day.year - year) > 1 for year in years))
