"""Who a text says has scored, against the goals of the match: wrong is one who has none where the words leave no other sense."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.counted import CLOSE, LATER, after_another, counted
from articles.reading.claims.shapes import RIGHT, WRONG, Claim, Place, because
from articles.reading.facts import GOALS, PERSON, TEAM, Event, Match
from articles.reading.fixtures import BEFORE, FIRST_LEG, is_past
from articles.reading.goals import TALLY
from articles.reading.numbers import CARDINAL, number_of
from articles.reading.scene import Mention, Scene
from articles.reading.vocabulary import any_of

# Right behind a name, with a word or two between: who does this has scored.
_SCORES = any_of(
    r"""
    segn(?:a|ano|ò) firm(?:a|ano|ò) sblocc(?:a|ano|ò) pareggi(?:a|ano|ò) raddoppi(?:a|ano|ò) insacc(?:a|ano|ò)
    incorna decid(?:e|ono) realizz(?:a|ò) trasform(?:a|ò) infil(?:a|ò) accorci(?:a|ò) timbr(?:a|ò) svett(?:a|ò) apre aprì
    chiud(?:e|ono)_i_conti cala_il(?:_tris|_poker) sigla rimett(?:e|eva)_tutto_in_equilibrio riaccende riapre beffa gela
    stend(?:e|ono) affond(?:a|ano) colpisc(?:e|ono) ribadisce deposita spedisce ristabilisce
    (?:ri)?port(?:a|ò)_(?:\w+_)?(?:in_vantaggio|avanti) va_a_segno a_segno fa_(?:doppietta|tripletta|gol|centro|bis)
    ha_(?:segnato|firmato|sbloccato|pareggiato|raddoppiato|deciso|trasformato|aperto)
    aveva_(?:segnato|firmato|sbloccato|pareggiato|accorciato|portato) su_rigore dal_dischetto
    scored? scores struck strikes? equali[sz]e[ds] level(?:led|s) head(?:ed|s) nod(?:ded|s) converted converts taps tapped curled
    finished slotted netted volleyed rose_to punished profited pounced pulled_one_back rescued sealed completed scoring rounded
    swept stabbed poked drilled rifled glanced bundled lashed smashed fired thumped lobbed turned_in restored_the_lead
    side-footed stroked ran_clear bent chipped rammed hammered crashed prodded flicked guided steered squeezed buried hooked
    forced tucked slid scrambled clipped dinked drove blasted grabbed bagged broke_clear sidefooted
    a_segnare a_sbloccar\w+ a_pareggiare a_decider\w* a_firmare a_raddoppiare a_portare_avanti was_the_(?:goal)?scorer
    beat_the_(?:goal)?keeper trov(?:a|ò)_la_via_(?:della_rete|del_gol) ha_trovato_(?:la_via_d\w+|il)_(?:gol|rete)
    trov(?:a|ò)_(?:il_|l['’])(?:gol|pari|\d-\d|pareggio|vantaggio|raddoppio|angolo|rete|porta|varco) supera buca fulmina trafigge
    punisce impatta griffa
    piazza appoggia raccoglie (?:il_|l['’]|lo_|per_il_)?\d-\d
    got_one_back hit_back completed_the_scoring wrapped_it_up scored_the
    (?:goal|header|strike|winner|opener|brace|double|equali[sz]er) converting slotting netting nodding tapping curling volleying
    settle[sd]_(?:it|the|matters) seal(?:s|ing)_(?:a|the|it|victory) replied responded rispond(?:e|ono) broke_away
    found_the_(?:\w+_)?(?:net|target|corner|roof) on_target on_the_scoresheet
    opened_the_scoring opens_the_scoring won_it doubled_the broke_the_deadlock added_(?:a|the|another)_\w+
    \w+_(?:\w+_){1,3}(?:ahead|in_front|level|into_the_lead) put_(?:\w+_){1,4}up made_it levelling equali[sz]ing scoring heading
    wrapped_up hanno_(?:rimesso|riportato|portato)_(?:\w+_)?avanti ha_(?:rimesso|riportato|portato)_(?:\w+_)?avanti
    (?:diverted|turned|deflected|sliced|headed)_(?:\S+_){0,5}into_his_own_net
    had_(?:\w+_){0,2}(?:put|opened|scored|levelled|headed|given)
    [’']s_(?:[\w-]+_){0,2}(?:goal|effort|header|strike|penalty|winner|equali[sz]er|opener|brace|hat-trick|double|volley|free-kick)
    """
)
# Right before a name.
_NOUNS = (
    r"gol|reti?|autogol|autorete|rigore|doppietta|tripletta|colpo di testa|zampata|destro|sinistro|diagonale|testata|pareggio"
    r"|raddoppio|vantaggio|sigillo|acuto|punizione|guizzo|firma|tocco|marcatura|conclusione|capolavoro|pari|perla|magia|prodezza"
    r"|zuccata|incornata|tap-in|colpo|piattone|bolide|missile|tacco"
)
_SCORED_BY = re.compile(
    r"\b(?:(?:raggiunt|beffat|punit|trafitt|superat|ripres)[aoie] (?:\w+ )?da|decis[aoie] (?:\w+ ){0,3}da"
    r"|(?:firmat|raggiunt|beffat|punit|ripres|fissat|segnat)[aoie](?: [^\s,.;:]+){0,5} da"
    rf"|(?:{_NOUNS})(?: \w+){{0,3}} (?:di|del|dell['’]|da)(?: (?:capitan|solito|bomber|Re))?"
    r"|(?:pari|pareggio|vantaggio|raddoppio|tris|\d-\d)(?: al(?:l['’])? ?\d+['’])? con"
    r"|(?:segna|segnano|firma|sblocca|pareggia|raddoppia|decide|decidono|apre|accorcia|accorciano|insacca|passa|passano|a segno"
    r"|stato|danze|a deciderla"
    r"|ha deciso|ha pareggiato|ha raddoppiato|chiude|la cinquina è di|il tris è di|colpisce)"
    r"(?: subito| poi| anche| ancora| di testa| finalmente| sempre| il solito| con| al volo)*"
    r"|(?:goals?|winner|header|strike|equali[sz]er|penalt(?:y|ies)|double|brace|opener|finish|drive|volley"
    r"|tap-in|lob) (?:from|by|for)"
    r"|\d-\d(?: [^\s,.;:]+){0,3} con"
    r"|through|thanks to|grazie a|(?:teed|set) up"
    r"|(?:avanti|in vantaggio|passa(?:no)?|raddoppia(?:no)?|segna(?:no)?|sblocca(?:no)?|colpisc(?:e|ono)|accorcia(?:no)?"
    r"|pareggia(?:no)?|(?:pareggi|segn|sblocc|raddoppi|accorci)ato|rimonta(?:no)?"
    r"|la chiud(?:e|ono)|la ribalta(?:no)?|tris|poker)(?: [^\s,.;:]+){0,5} con"
    r"|scored by|either side of|only for|goal came (?:from|through))\s+(?:il solito |l['’]ex |un |a )?$",
    re.IGNORECASE,
)
# What leads a list of scorers, and joins its names.
_LIST_LED = re.compile(
    r"\b(?:goals (?:from|by)|through"
    r"|\d-\d(?: [^\s,.;:]+){0,3} con"
    r"|thanks to|scored by|(?:gol|reti|rete|firme) di|grazie (?:a|ai gol di|alle reti di)|a segno|segnano)"
    r" (?:(?:[A-Z][\w'’-]+ ?){1,2}(?:, | e | ed | and |, and ))*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r",? ?(?:e|ed|and|poi|then)? ?(?:al rigore di |il rigore di |a penalty from )?")
_MADE_BY = re.compile(r"^(?: al(?:l['’])? ?\d+['’])?,? (?:su|on|from|dopo|servit\w+|imbeccat\w+|set up) .*")
# What may stand between two commas behind a name: ", on as a substitute, swept home".
_APART = re.compile(r"^, (?:[^\s,.;:]+ ?){1,6},(?= \w)")
# Before a name: what was given to another. Behind it: what was no goal.
_GIVEN = re.compile(
    r"\b(?:assist|cross|suggerimento|sponda|invito|angolo|corner|lancio|passaggio|pallone|palla|servit\w+|imbeccat\w+|lanciat\w+"
    r"|tiro|respinta|parata|errore|prolungata|rimessa|sostituit\w+|entrat\w+|posto|sul|su|per|contro|batte|battendo|supera|beffa"
    r"|from|off|of|past|beyond|against|replaced|for(?! whom)|with)"
    r"(?: \w+){0,2} (?:di |da |dal |a |al )?$|\b(?:from|past|beyond|beat|off|su|per|replaced|dallo|sullo stesso) $",
    re.IGNORECASE,
)
_NO_GOAL = any_of(
    r"""
    palo traversa para parat\w+ annullat\w+ fuorigioco sbagli\w+ fall\w+ sfior\w+ divora\w* spreca\w* spara\w* non mai quasi
    potrebbe avrebbe poteva potuto voleva ammonit\w+ sostitu\w+ espuls\w+ cross assist respin\w+
    miss\w* saved saves denied squared robbed fouled ruled_out disallowed won_(?:a|the)_penalty offside hit_the post wide
    over(?!_(?:a|the)_(?:wall|keeper|goalkeeper))
    appeal claim shout
    booked sent_off replaced subbed never not nearly almost could should would failed unable wasted conceded
    [’']s_(?:cross|pass|corner|delivery|ball|assist|shot|free-kick_was|error|mistake)
    """
)
_OTHER_TIME = any_of(
    r"""
    scors[aoe] andata (?:19|20)\d\d stagione_scorsa precedente carriera nazionale ultim[aoie]_(?:partit|gar)\w+ sei_mesi
    last_(?:season|week|month|year|time|weekend) earlier_this previous reverse career international first_leg years_ago
    training allenamento coppa cup primavera prossim\w+ next
    """
)
_OWN = any_of(r"autogol autorete own[-_]goal own_net")
_MINUTE = re.compile(
    rf"({CARDINAL})(?:\+(\d))?(?:['’′]|(?:st|nd|rd|th)[- ]minute"
    r"| minut(?:es|i)(?! (?:later|from|after|dopo|left|remaining|to|before|into|of|d[ae]l|prima)))"
)
_PAST = re.compile(r"\b(?:had|avev[ao](?:no)?|era(?:no)? stat[oaie])\b", re.IGNORECASE)
# A minute so many letters from a name belongs to it.
BESIDE, FAR = 34, 70


def claimed_scorers(scene: Scene) -> Iterator[Claim]:
    for mention in scene.of_kind(PERSON):
        match = _match(scene, mention)
        if match is not None and (claim := _claim(scene, mention, match)):
            yield claim


def _match(scene: Scene, mention: Mention) -> Match | None:
    """The told match that the words speak of, of the person's team."""
    match = places.match_at(scene, mention.start)
    if match is None or not is_past(scene, match) or not match.has_events:
        return None
    return match


def _claim(scene: Scene, mention: Mention, match: Match) -> Claim | None:
    place = Place(scene, mention.start, mention.end)
    key = mention.target.key
    own = [event for event in match.events if event.kind in GOALS and event.person == mention.target]
    timed = _goal_at(scene, mention, match, own)
    if not _is_said_to_score(scene, mention) and (own or timed is None):
        return None
    if own and timed is None:
        return place.says("scorer", key, RIGHT, correct=key, because=because("scored", minute=own[0].clock), rests_on=own[0])
    if (
        _scored_in_another(scene, mention, match)
        or _scored_of_late(scene, mention, match)
        or not _plays(scene, mention, match)
        or _speaks_of_another(scene, mention, match)
    ):
        return None
    meant = timed or _meant(scene, mention, match)
    if meant is None:
        return place.says("scorer", key, WRONG, because=because("no goal", person=mention.target), rests_on=match)
    name = scene.facts.people([meant.person])[meant.person]
    return place.says(
        "scorer",
        key,
        WRONG,
        correct=meant.person.key,
        because=because("scored by", person=meant.person, minute=meant.clock),
        rests_on=meant,
        replacement=name.name if " " in mention.surface else name.surname,
    )


def _scored_in_another(scene: Scene, mention: Mention, match: Match) -> bool:
    """Whether he has a goal in another match that the text tells of, with both of its sides in the sentence."""
    sentence = places.sentence_of(scene, mention.start)
    if _PAST.search(scene.text, *sentence) or FIRST_LEG.search(scene.text, *sentence):
        others = [other for other in scene.told if other is not match]
        return any(event.person == mention.target and event.kind in GOALS for other in others for event in other.events)
    present = {one.target for one in places.within(scene, sentence, TEAM)} | {team for team, _ in scene.teams_of(mention.target)}
    others = [other for other in scene.told if other is not match and other.sides <= present]
    return any(event.person == mention.target and event.kind in GOALS for other in others for event in other.events)


def _scored_of_late(scene: Scene, mention: Mention, match: Match) -> bool:
    """Whether he has a goal in another match of these days, where the words may not mean the main one."""
    present = {one.target for one in places.within(scene, places.sentence_of(scene, mention.start), TEAM)}
    if match is scene.main or match.sides <= present | {team for team, _ in scene.teams_of(mention.target)}:
        return False
    recent = [
        one for team, _ in scene.teams_of(mention.target) for one in scene.facts.calendar(team, scene.day - BEFORE, scene.day)
    ]
    return any(event.person == mention.target and event.kind in GOALS for one in recent for event in one.events)


def _plays(scene: Scene, mention: Mention, match: Match) -> bool:
    """A player of one of its sides."""
    return any(team in match.sides and role == "player" for team, role in scene.teams_of(mention.target))


def _is_said_to_score(scene: Scene, mention: Mention) -> bool:
    """A word of scoring right before or behind the name, and none beside it that tells of something else."""
    first, last = places.clause_of(scene, mention.start)
    people = [other for other in scene.near(mention, 12) if other.target.kind == PERSON]
    end = min([last, mention.end + 64, *(one.start for one in people if one.start > mention.end)])
    start = max([first, mention.start - 60, *(one.end for one in people if one.end < mention.start)])
    before, after = scene.text[start : mention.start], scene.text[mention.end : end]
    led = _SCORED_BY.search(before) or _is_listed(scene, mention, before)
    after = _APART.sub("", after)
    verb = _behind_list(scene, mention, after)
    scores = _SCORES.search(verb)
    behind = scores is not None and len(verb[: scores.start()].split()) <= 2 and "," not in verb[: scores.start()]
    denied = _NO_GOAL.search(_MADE_BY.sub("", after[:24]) if led else after[:24])
    if denied or (not led and _GIVEN.search(before)):
        return False
    return bool(led or behind)


def _behind_list(scene: Scene, mention: Mention, after: str) -> str:
    """What stands behind a list of names that he opens or continues: "Gakpo, Jones and Salah replied"."""
    last = places.clause_of(scene, mention.start)[1]
    following = [one for one in scene.of_kind(PERSON) if mention.end <= one.start < last]
    if not following or not _JOINED.fullmatch(scene.text, mention.end, following[0].start):
        return after
    end = following[1].start if len(following) > 1 else last
    return _behind_list(scene, following[0], scene.text[following[0].end : min(end, following[0].end + 40)])


def _is_listed(scene: Scene, mention: Mention, before: str) -> bool:
    """Whether the name stands in a list whose first is led by a word for goals: "goals from Soler, Soucek and Paqueta"."""
    first, _last = places.clause_of(scene, mention.start)
    if _LIST_LED.search(scene.text[max(first, mention.start - 60) : mention.start]):
        return True
    people = [one for one in scene.of_kind(PERSON) if one.end <= mention.start]
    if not people or not _JOINED.fullmatch(scene.text, people[-1].end, mention.start):
        return False
    led = scene.text[max(first, people[-1].start - 60) : people[-1].start]
    return bool(_LIST_LED.search(led)) or _is_listed(scene, people[-1], led)


def _goal_at(scene: Scene, mention: Mention, match: Match, own: list[Event]) -> Event | None:
    """Another's goal for his side in the minute that stands beside the name, if the words give it to nobody else."""
    first, last = places.segment_of(scene, mention.start)
    people = [one for one in places.within(scene, places.sentence_of(scene, mention.start), PERSON) if one is not mention]
    is_alone = not any(first <= one.start < last for one in people)
    reach = FAR if is_alone and not _NO_GOAL.search(scene.text, first, last) else BESIDE
    start, end = max(first, mention.start - reach), min(last, mention.end + reach)
    before, after = scene.text[start : mention.start], scene.text[mention.end : end]
    if any(start <= one.start < end for one in people) or _NO_GOAL.search(after[:24]):
        return None
    if _GIVEN.search(before) and not _SCORED_BY.search(before):
        return None
    minutes = _minutes(before + "|" + after)
    teams = {team for team, _role in scene.teams_of(mention.target)}
    goals = [event for event in match.events if event.kind in GOALS]
    if any(abs(event.clock - minute) <= 1 or event.minute == minute for event in own for minute in minutes):
        return None
    timed = [event for event in goals if any(minute in (event.clock, event.minute) for minute in minutes)]
    times = [time.minute for time in counted(scene) if start <= time.start < end and time.slack <= CLOSE]
    timed += [event for event in goals if any(abs(event.clock - minute) <= 1 for minute in times) and not own]
    count = LATER.match(after.lstrip(" ,")) or LATER.search(before)
    timed += after_another(goals, number_of(count["n"]) or 0) if count and not own else []
    others = {one.target for one in people}
    return next((event for event in timed if event.team in teams and event.person not in others), None)


def _minutes(words: str) -> list[int]:
    return [(number_of(found[1]) or 0) + int(found[2] or 0) for found in _MINUTE.finditer(words)]


def _speaks_of_another(scene: Scene, mention: Mention, match: Match) -> bool:
    """Whether the words count goals, or tell of another time or another team's match."""
    clause = scene.text[slice(*places.clause_of(scene, mention.start))]
    segment = places.segment_of(scene, mention.start)
    others = {one.target for one in places.within(scene, segment, TEAM)} - match.sides
    return bool(_OTHER_TIME.search(clause) or TALLY.search(scene.text[slice(*segment)]) or others)


def _meant(scene: Scene, mention: Mention, match: Match) -> Event | None:
    """The goal that is meant: one of his side whose scorer the story leaves out, the one of the minute beside the name first."""
    teams = {team for team, _role in scene.teams_of(mention.target)}
    told = {one.target for one in scene.of_kind(PERSON) if one.start > scene.headline_ends}
    start, end = places.clause_of(scene, mention.start)
    beside = scene.text[max(start, mention.start - 40) : min(end, mention.end + 60)]
    minutes = _minutes(beside)
    is_own = _OWN.search(scene.text[max(start, mention.start - 40) : mention.end + 40])
    goals = [
        event
        for event in match.events
        if event.person and event.kind in GOALS and (event.kind == "own_goal" if is_own else event.team in teams)
    ]
    left = [event for event in goals if event.person not in told] or goals
    return next((event for event in left if any(abs(event.clock - minute) <= 1 for minute in minutes)), next(iter(left), None))
