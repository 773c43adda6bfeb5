"""Next opponents that a text states, against the fixtures after its day."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from articles.reading.claims import places
from articles.reading.claims.days import WEEKDAYS, claimed_day, claimed_hour, day_in, weekday_in
from articles.reading.claims.shapes import RIGHT, UNKNOWN, WRONG, Claim, Place, because
from articles.reading.facts import PERSON, TEAM, VENUE, Match, Ref
from articles.reading.fixtures import is_past
from articles.reading.scene import Mention, Scene
from articles.reading.setting import FOOTBALL
from articles.reading.shipped import town_spellings
from articles.reading.vocabulary import any_of
from teams.names import fold

AHEAD, SOON, AT_ONCE = timedelta(days=120), timedelta(days=21), timedelta(days=9)
_BETWEEN = r"(?:[\w'’.:]+[ '’]){0,5}$"
# What makes the name behind it the next opponent, with a few words between.
_WILL_MEET = re.compile(
    r"\b(?:ospiter\w+|ricever\w+|riceve|ricevono|ospita|ospitano|affronter\w+|affronta|affrontano|sfider\w+|sfida|sfidano"
    r"|far(?:à|anno) visita|faranno visita|sar(?:à|anno) ospit\w+"
    r"|attes[aoie](?= (?:\w+ )?da)|andr(?:à|anno)|voler(?:à|anno)|se la vedr\w+"
    r"|giocher\w+|chiuder\w+|torner\w+ in campo|(?:in )?casa del(?:l[ao])?|di scena"
    r"|impegnat\w+|sar(?:à|anno)(?: in trasferta)? con"
    r"|incroci\w+|prossim[oa] (?:\w+ ){1,4}(?:con|contro|è|sarà)|toccher\w+|arriver\w+"
    r"|(?:va|vanno) sul campo del(?:l[ao])?|derby con|quell[oa] del(?:l[ao'’])?"
    r"|travels? to|trip to|go(?:es)? to|heads? to|away (?:to|at)"
    r"|at home (?:to|against|with)|(?:are|is) at|must (?:beat|win at)|(?:after|before) facing"
    r"|derby (?:at|against)|(?:the )?visit of|to (?:play|face|meet|take on)|la visita del(?:l[ao])?"
    r"|back in action (?:against|at|away to)|turns? (?:\w+ ){1,2}attention to"
    r"|(?:before|ahead of|prepar\w+ for|focus on|look to|attention to) (?:[\w’']+ ){0,4}(?:game|match|clash|trip"
    r"|meeting|visit|tie) (?:at|against|to|with|of)"
    r"|(?:prepar\w+|attend\w+)(?: ora| adesso| già)? (?:la |una |alla )(?:\w+ ){1,2}(?:con|contro|a|di|al)"
    r"|hosts?|welcomes?|entertains?|faces?|visits?|meets?"
    r"|takes? on"
    r"|(?:assignment|game|match|fixture|stop) is(?: away)?(?: at| to| against)?|next(?: up)?(?: is| are| for)?"
    r"|will (?:play|meet|face))\s+" + _BETWEEN,
    re.IGNORECASE,
)
# The same with nothing but an article between.
_MEETS = re.compile(
    r"(?:\b(?:c['’]è|arriva(?:no)?|tocca a|ritrov\w+|trov\w+|ci sarà|ci saranno|testa al?(?:la|lo|l)?)|\b(?:con|contro))"
    r"[ '’](?:il |lo |la |l['’]|i |gli |le )?$",
    re.IGNORECASE,
)
_THERE = re.compile(r"c['’]è|ci sar", re.IGNORECASE)
_COMES = re.compile(
    r"(?:['’]s)? (?:visits?\b(?! (?:by|(?:the )?[A-Z]))|comes? to\b|are the visitors|are next|awaits?\b"
    r"|arrives?\b|arriverà|arriveranno)"
    r"|['’]s? visit\b",
)
_ARRIVES = any_of(r"arriv\w+ c['’]è attes\w+ ci_sar\w+")
_WHEN = any_of(
    rf"{' '.join(WEEKDAYS)} domani ora adesso prossim\w+ next tomorrow tonight stasera poi dopo_la_sosta alla_ripresa"
    r" turno midweek then"
)
_PAST = any_of(
    r"""
    ha hanno è_stat\w+ battut\w+ vint\w+ pers\w+ pareggi\w+ scors[aoe] last lost won beat beaten drew was were had fu ieri
    yesterday accordo prestito acquist\w+ offert\w+ trattativ\w+ interess\w+ bid loan fee deal transfer
    """
)
_STRICTLY = any_of(r"prossimo_(?:turno|impegno|esame|avversari\w+) next turno_successivo")
_AFTER_THAT = any_of(
    r"""
    poi quindi dopo prima then after before later settimane weeks mese month \d+ successiv\w+ following also anche calendar\w*
    """
)
_CUP = any_of(r"coppa_(?!dei)\w+ fa_cup league_cup supercoppa carabao amichevol\w+ friendly mondiale nazionale international")
_LIST = re.compile(r"(?:prossime avversarie|prossimi avversari|next opponents|next (?:three|four|five) opponents)", re.IGNORECASE)
_NEXT_UP = re.compile(
    r"(?:next up|up next|next|prossim[oa] (?:turno|avversari[oa]|impegno|ostacolo|esame)(?: \w+| d\w*['’]\w+){0,3}):"
    r" (?:il |la |l['’]|lo )?$"
    r"|\bnext(?: up)? for [^,.;:]{2,30} (?:is|are|comes?)(?: an?| the)?(?: \w+){0,3} ?$",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:travels? to|trips? to|go(?:es)? to|heads? to|away (?:to|at)|visits?|far(?:à|anno) visita a\w*|voler(?:à|anno) \w+"
    r"|in casa del\w*"
    r"|sul campo del\w*) ?(?:il |la |l['’]|the )?$"
)
_AT_HOME = re.compile(
    r"\b(?:hosts?|welcomes?|entertains?|at home (?:to|against)|ospiter\w+|ospita(?:no)?|ricever\w+|ricev(?:e|ono))"
    r" (?:il |la |lo |l['’]|the )?$"
)
_OWNER = re.compile(r"\bquell[oaie] (?:del(?:l[ao'’])?|dei|degli|delle) ?$|\bnext(?: up)? for(?: the)? $", re.IGNORECASE)
# Words for a team that are no name.
_SOMEBODY = any_of(
    r"""
    campioni champions holders detentori capolista leaders ospiti hosts visitors squadra team side sides uomini men altr[aie]
    others rivali rivals neighbours promoted neopromoss\w+
    """
)
# What was told before the words that look ahead: "a fine win before their trip to".
_BEFORE_THAT = re.compile(
    r"^.*\b(?:before|ahead of) (?=(?:[\w’']+ ){1,4}(?:game|match|clash|trip|meeting|visit|tie) (?:at|against|to|with)\b)",
    re.DOTALL,
)
_TODAY = any_of(r"oggi today tonight stasera this_(?:evening|afternoon) questa_sera")
_POSSESSIVE = frozenset(["del", "dei", "della", "dello", "dell"])


def claimed_opponents(scene: Scene) -> Iterator[Claim]:
    if scene.setting.sport != FOOTBALL:
        return
    for mention in scene.of_kind(TEAM):
        yield from _claims(scene, mention)


def _claims(scene: Scene, mention: Mention) -> Iterator[Claim]:
    """That the team is the next opponent of the one whom the sentence speaks of, and the day that is told with it."""
    sentence = places.sentence_of(scene, mention.start)
    if (
        scene.is_former(mention)
        or _is_owner(scene, mention)
        or _CUP.search(scene.text[slice(*sentence)])
        or not _is_opponent(scene, mention)
    ):
        return
    subject = _subject(scene, mention, sentence)
    if subject is None or subject == mention.target:
        return
    is_today = bool(_TODAY.search(scene.text, *sentence))
    fixtures = scene.facts.calendar(subject, scene.day, scene.day + AHEAD)
    ahead = [one for one in fixtures if not is_past(scene, one) or (is_today and one.day == scene.day and one is not scene.main)]
    listed = bool(_LIST.search(scene.text[slice(*sentence)]))
    chosen = _chosen(scene, mention, subject, ahead, listed=listed) if ahead else None
    if chosen is not None:
        yield _says(scene, mention, subject, RIGHT, chosen)
        yield from claimed_day(scene, mention, chosen)
        yield from claimed_hour(scene, mention, chosen)
    elif ahead:
        yield _unmet(scene, mention, subject, ahead)


def _is_met(scene: Scene, mention: Mention, before: str, clause: tuple[int, int]) -> bool:
    """Whether a mere preposition makes it an opponent: beside words for the time; "c'è" anywhere in their sentence."""
    found = _MEETS.search(before)
    span = places.sentence_of(scene, mention.start) if found and _THERE.match(found[0]) else clause
    return bool(found and _WHEN.search(scene.text[slice(*span)]))


def _chosen(scene: Scene, mention: Mention, subject: Ref, ahead: list[Match], *, listed: bool) -> Match | None:
    """The fixture between the two that the words tell of; none if it is elsewhere, or another one is on the day they name."""
    words = scene.text[slice(*places.segment_of(scene, mention.start))]
    before = scene.text[max(0, mention.start - 40) : mention.start]
    near = [match for match in _near(scene, ahead, listed) if match.against(subject) == mention.target]
    chosen = next((match for match in near if _is_where(match, subject, before)), None)
    following = _following(scene, ahead, subject, words)
    is_anothers = chosen is not None and chosen.day != following.day == _day_told(scene, words, following)
    return None if is_anothers else chosen


def _is_where(match: Match, subject: Ref, before: str) -> bool:
    """Whether the words lead to the ground where the match will be: nobody travels to a guest."""
    return not (_AWAY if match.home == subject else _AT_HOME).search(before)


def _day_told(scene: Scene, words: str, match: Match) -> date | None:
    """The day that the words name, by its date or, of these days, by its name."""
    if (named := day_in(words, scene.day)) is not None:
        return named
    is_near = match.day - scene.day <= AT_ONCE
    return match.day if is_near and weekday_in(words) == match.day.weekday() else None


def _unmet(scene: Scene, mention: Mention, subject: Ref, ahead: list[Match]) -> Claim:
    """Not one of the next: wrong if they meet neither in the next weeks and the words leave no other sense."""
    clause = scene.text[slice(*places.clause_of(scene, mention.start))]
    if (there := _at_a_town(scene, mention, subject, ahead)) is not None:
        return _says(scene, mention, subject, UNKNOWN, there)
    soon = [match for match in ahead if match.day - scene.day <= SOON and match.against(subject) == mention.target]
    is_ours = _is_a_subject(scene, subject) or _are_alone(scene, mention, subject)
    segment = scene.text[slice(*places.segment_of(scene, mention.start))]
    following = _following(scene, ahead, subject, segment)
    is_dated = _day_told(scene, segment, following) == following.day
    is_next = _STRICTLY.search(clause) or not (_AFTER_THAT.search(clause) or _is_told_of_already(scene, mention, subject))
    if soon and not is_dated and not (is_next and ahead[0] not in soon):
        return _says(scene, mention, subject, UNKNOWN, soon[0])
    return _says(scene, mention, subject, WRONG if is_ours else UNKNOWN, following)


def _at_a_town(scene: Scene, mention: Mention, subject: Ref, ahead: list[Match]) -> Match | None:
    """The next fixture away in the town that the name is the name of too: "travel to Liverpool" may be to Everton."""
    hosts = scene.facts.teams({one.home for one in _near(scene, ahead, False) if one.home != subject})
    towns = {ref for ref, team in hosts.items() if fold(mention.surface) in town_spellings(team.city)}
    return next((one for one in ahead if one.home in towns), None)


def _are_alone(scene: Scene, mention: Mention, subject: Ref) -> bool:
    """Whether the clause, or the words between two commas, name these two and no other team."""
    spans = places.clause_of(scene, mention.start), places.segment_of(scene, mention.start)
    return any({one.target for one in places.within(scene, span, TEAM)} == {mention.target, subject} for span in spans)


def _is_told_of_already(scene: Scene, mention: Mention, subject: Ref) -> bool:
    """Whether the text names another of its next opponents before: then this one may be the one after."""
    ahead = {match.against(subject) for match in scene.facts.calendar(subject, scene.day, scene.day + SOON)}
    before = [one for one in scene.of_kind(TEAM) if one.target in ahead and one.start < mention.start]
    return any(_is_opponent(scene, one) for one in before)


def _says(scene: Scene, mention: Mention, subject: Ref, verdict: str, match: Match) -> Claim:
    place, right = Place(scene, mention.start, mention.end), match.against(subject)
    return place.says(
        "next_match",
        mention.target.key,
        verdict,
        correct=right.key,
        because=because("fixture", day=match.day, home=match.home, away=match.away),
        rests_on=match,
        replacement=scene.facts.teams([right])[right].name if verdict == WRONG else None,
    )


def _is_a_subject(scene: Scene, team: Ref) -> bool:
    """Whether the text is about the team: a side of its match, named in its headline or more than once."""
    named = [one for one in scene.of_kind(TEAM) if one.target == team]
    in_headline = any(one.start < scene.headline_ends for one in named)
    return (scene.main is not None and team in scene.main.sides) or in_headline or len(named) > 1


def _is_opponent(scene: Scene, mention: Mention) -> bool:
    """Whether the words right before the name, or right behind it, make it somebody's next opponent; or it stands in a list."""
    first, last = places.clause_of(scene, mention.start)
    others = [other.end for other in scene.near(mention, 14) if other.target.kind == TEAM and other.end <= mention.start]
    start = max([first, mention.start - 60, *others])
    before, after = scene.text[start : mention.start], scene.text[mention.end : min(last, mention.end + 20)]
    sentence = places.sentence_of(scene, mention.start)
    if _LIST.search(scene.text[slice(*sentence)]) or _NEXT_UP.search(scene.text[sentence[0] : mention.start]):
        return True
    span = places.segment_of(scene, mention.start)
    words = _BEFORE_THAT.sub("", scene.text[slice(*span)].replace("must beat", "must"))
    if places.scores_in(scene, span) or _PAST.search(words):
        return False
    before = before.rsplit(",", 1)[-1] if others else before
    return bool(_WILL_MEET.search(before) or _COMES.match(after) or _is_met(scene, mention, before, (first, last)))


def _near(scene: Scene, ahead: list[Match], listed: bool) -> list[Match]:
    """The fixtures that may be called the next ones: the next of each competition and all of the next days, or a list's."""
    if listed:
        return ahead
    first = {match.competition: match for match in reversed(ahead)}
    return [match for match in ahead if match in first.values() or match.day - scene.day <= AT_ONCE]


def _following(scene: Scene, ahead: list[Match], subject: Ref, words: str) -> Match:
    """The fixture on the day of the week told, else the next in the competition of the match told of."""
    weekday = weekday_in(words)
    named = day_in(words, scene.day)
    on_that_day = [match for match in ahead if match.day.weekday() == weekday and match.day - scene.day <= AT_ONCE]
    on_that_day = [match for match in ahead if match.day == named] if named else on_that_day
    competition = next((match.competition for match in scene.told if subject in match.sides), None)
    same = [match for match in ahead if match.competition == competition]
    return (on_that_day or same or ahead)[0]


def _subject(scene: Scene, mention: Mention, sentence: tuple[int, int]) -> Ref | None:
    """Whose next opponent: the host of the ground named, the team before it in the sentence; else that of the headline."""
    first, last = places.segment_of(scene, mention.start)
    comes = _COMES.match(scene.text[mention.end : last]) or _ARRIVES.search(scene.text[first : mention.start])
    if comes and (host := _host(scene, (first, last))) is not None and host != mention.target:
        return host
    everyone = _named(scene, (sentence[0], mention.start))
    named = [one for one in everyone if not _is_an_opponent(scene, one)]
    if named != everyone and _SOMEBODY.search(scene.text, everyone[-1].end, mention.start):
        return None
    before = [team for one in named if (team := places.team_of(scene, one)) not in (None, mention.target)]
    if before:
        first, _last = places.segment_of(scene, mention.start)
        beside = [team for one in named if one.start >= first and (team := places.team_of(scene, one)) != mention.target]
        subject = next(filter(None, reversed(beside)), None) or places.team_before(scene, mention.start)
        return before[0] if _LIST.search(scene.text[slice(*sentence)]) else subject if subject in before else before[-1]
    if any(one.target != mention.target for one in places.within(scene, sentence, TEAM)):
        return None
    if scene.words[mention.first - 1].folded in _POSSESSIVE:
        return None
    told = [one.target for one in scene.of_kind(TEAM) if one.start < mention.start and _is_a_subject(scene, one.target)]
    sides = [team for team in told if scene.main and team in scene.main.sides]
    return next(iter(sides or told), None)


def _is_an_opponent(scene: Scene, mention: Mention) -> bool:
    """Whether it is told as somebody's next opponent: "c'è la Juventus; prima, mercoledì, la trasferta con lo Young Boys"."""
    return mention.target.kind == TEAM and not _is_owner(scene, mention) and _is_opponent(scene, mention)


def _is_owner(scene: Scene, mention: Mention) -> bool:
    """Whether the match is its own: "il prossimo esame dei giallorossi sarà con il Genoa, quello del Milan con il Como"."""
    return bool(_OWNER.search(scene.text, max(0, mention.start - 14), mention.start))


def _named(scene: Scene, span: tuple[int, int]) -> list[Mention]:
    named = places.within(scene, span, TEAM) + places.within(scene, span, PERSON)
    return sorted(named, key=lambda one: one.start)


def _host(scene: Scene, span: tuple[int, int]) -> Ref | None:
    """The team of the text at whose ground the words say that it will be: "all'Olimpico arriva", "visit Old Trafford"."""
    grounds = {mention.target for mention in places.within(scene, span, VENUE)}
    present = [team for team, weight in scene.presence().items() if weight >= 1.9]
    hosts = [ref for ref, team in scene.facts.teams(present).items() if team.venue in grounds]
    sides = [ref for ref in hosts if scene.main and ref in scene.main.sides]
    return hosts[0] if len(hosts) == 1 else sides[0] if len(sides) == 1 else None
