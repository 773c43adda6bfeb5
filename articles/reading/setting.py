"""What sort of text it is: football or another sport, men's, women's or youth; told from words that belong to one of them."""

from collections.abc import Sequence
from typing import NamedTuple

from articles.reading.tokens import Token
from articles.reading.vocabulary import any_of, words

FOOTBALL, OTHER_CLUBS, ELSEWHERE, UNSURE = "football", "other clubs", "elsewhere", "unsure"
MEN, WOMEN, YOUTH = "men", "women", "youth"

_FOOTBALL = frozenset(
    words(
        """
    pagelle parata parate gol goal rete reti rigore rigori dischetto portiere attaccante attaccanti difensore
    difensori centrocampista mediano
    terzino esterno trequartista bomber centravanti calcio calciatore calciatori corner traversa palo fuorigioco autogol
    var espulso ammonito doppietta tripletta scudetto salvezza champions calciomercato cross punizione barriera pareggio
    tecnico panchina calcistico serie mister incornata contropiede derby intervallo recupero
    goals striker strikers keeper goalkeeper midfielder midfielders defender defenders winger wingers penalty league headed
    header equaliser equalizer equalised equalized offside football footballer manager substitute stoppage hat trick
    midfield relegation goalless scoreless nutmeg clean sheet corner free kick lofted volleyed scored scorer scoring
    visitors hosts
    champions bench crossbar woodwork one-two dugout
    """
    )
)
# Sports that are played by clubs of the same names, and everything else that uses the names of our clubs and people.
_OTHER_CLUBS = frozenset(
    words(
        """
    basket canestro canestri rimbalzi eurolega euroleague nba wnba playmaker pallacanestro basketball rebounds dunk palasport
    palazzetto parquet buzzer rugby rugbisti mischia scrum lineout pallavolo volley pallavolista schiacciatore schiacciatori
    palleggiatrice palleggiatore opposto superlega volleyball pallamano handball futsal hockey pallanuoto polo triple lba
    flyhalf tighthead
    """
    )
)
_OTHER_SPORTS = _OTHER_CLUBS | frozenset(
    words(
        """
    tennis wimbledon slam atp wta racchetta tennista rovescio tabellone rackets tiebreak gp motogp pole paddock box scuderia
    ferrari mercedes pilota piloti circuito qualifiche podio podium grid gran mete try tries ciclismo tappa ciclista gregario
    peloton cricket wicket wickets innings overs batsman bowler
    roglic ayuso evenepoel aert tadej primoz volata corridori tappe ciclisti sprinter sprinters breakaway
    birdies bogeys fairway putt caddie pga masters linebacker mlb nhl velocista velocisti ippodromo jockey
    nfl bowl touchdown touchdowns interception quarterback golf birdie bogey boxe pugile ring
    boxing knockout nuoto vasca sci slalom puck baseball inning darts snooker atletica staffetta maratona marathon
    set sets ace racket garros internazionali sinner djokovic nadal federer paolini swiatek torneo tornei
    verstappen leclerc hamilton maranello bagnaia marquez pogacar vingegaard roubaix sanremo
    """
    )
)
# Nothing else is told with these: one of them says as much as two others.
_THEIRS_ALONE = frozenset(
    words(
        """
    touchdown touchdowns quarterback quarterbacks linebacker nfl mlb nhl birdie birdies bogey bogeys fairway fairways caddie pga
    wicket wickets innings canestro canestri rimbalzi tiebreak schiacciatore schiacciatori tennista tennisti pallavolista
    velocista velocisti peloton gregario motogp paddock scuderia rugbisti mischia scrum ippodromo
    jockey jockeys slalom
    """
    )
)
_NO_SPORT = frozenset(
    words(
        """
    sindaco giunta assessore assessora comune comunale ministro ministra governo parlamento deputato senatore senato
    tribunale procura questura carabinieri inchiesta polizia arrestato arrestati arrestata incendio sciopero turisti
    passeggeri voli cantiere cantieri viabilita elezioni aula imputato cardinale vescovo papa pazienti universita ricercatori
    studenti azienda aziende azioni borsa fatturato mostra concerto festival film teatro museo romanzo orchestra opera chef
    mayor council councils councillor parliament minister election elections court police senate congress voters jury bishop
    exhibition concert album novel museum theatre orchestra startup startups shares investors revenue researchers university
    students pupils residents commuters passengers flights traffic tourists gardeners
    """
    )
)
# Words that all sports share: they tell a story of a club from one of its town.
_SPORT = frozenset(
    words(
        """
    ko gioca giocano partita partite gara gare campionato allenatore squadra club tifosi tifoseria stadio classifica giornata
    vittoria sconfitta punti giocatore giocatori capitano stagione compagni spogliatoio contratto infortunio maglia prestito
    match matches game games season coach team teams squad player players fans stadium points victory defeat captain
    injury contract loan transfer fixture teammates draw drew beat batte battuto vince pareggia pareggiano
    """
    )
)
_WOMEN = any_of(
    r"""
    women['’]?s? wsl femminile femminili lionesses calciatric[ei] attaccante_ex girls ladies
    (?:le|delle|alle|dalle|nelle)_(?:nerazzurre|bianconere|giallorosse|rossonere|biancocelesti_ragazze|blucerchiate|viola_ragazze|granata_ragazze|ragazze|azzurre)
    """
)
_YOUTH = any_of(
    r"""
    primavera under[_-]?(?:1\d|2[0-3])s? u-?(?:1\d|2[0-3])s? youth_(?:league|cup|team) academy_side premier_league_2
    giovanissimi allievi baby_(?:nerazzurri|rossoneri|bianconeri)
    """
)
# Beside a club's name they say which of its sides: Juventus Women, la Roma femminile, Inter Primavera, Primavera della Roma.
SIDES = frozenset(
    words(
        """
    women femminile femminili ladies primavera under youth futuro academy berretti giovanili u23 u21 u20 u19 u18
    """
    )
)


# A text of so many words that speaks of football has some word of it, or names many of its people.
LONG = 70


class Setting(NamedTuple):
    sport: str
    section: str


def setting_of(text: str, words: Sequence[Token], lead_ends: int) -> Setting:
    """What the text is about. `lead_ends`: where the headline and the first sentences end; what is told there weighs more."""
    return Setting(_sport(words), _section(text, lead_ends))


def _sport(words: Sequence[Token]) -> str:
    folded = [word.folded for word in words]
    folded += [
        "tiebreak" for word, before in zip(words[1:], words, strict=False) if (before.folded, word.folded) == ("tie", "break")
    ]
    ours, sport = (len({word for word in folded if word in known}) for known in (_FOOTBALL, _SPORT))
    rivals, others = ([word for word in folded if word in known] for known in (_OTHER_SPORTS, _NO_SPORT))
    alone = len(_THEIRS_ALONE.intersection(rivals))
    theirs, distinct = rivals + others, len(set(rivals + others)) + alone
    against = ours + sport if len(set(rivals)) + alone < 2 else ours
    if (distinct >= 2 and distinct > against) or (distinct >= 4 and len(theirs) > 2 * against):
        return OTHER_CLUBS if any(word in _OTHER_CLUBS for word in rivals) else ELSEWHERE
    if ours + sport:
        return FOOTBALL
    return UNSURE if len(folded) < LONG or distinct < 2 else ELSEWHERE


def _section(text: str, lead_ends: int) -> str:
    for section, pattern in ((WOMEN, _WOMEN), (YOUTH, _YOUTH)):
        places = [found.start() for found in pattern.finditer(text)]
        if len(places) >= 3 or (len(places) >= 2 and places[0] < lead_ends) or (places and places[0] < lead_ends // 2):
            return section
    return MEN
