"""The words around a name: whether it stands alone, is a town, has a title or a first name before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.language import COMMON_WORDS
from articles.reading.names import Spot
from articles.reading.setting import SIDES
from articles.reading.shipped import given_names, nations
from articles.reading.tokens import Token
from articles.reading.vocabulary import words

ARTICLES = frozenset(
    words(
        """
    il lo la l i gli le del dello della dell dei degli delle al allo alla all ai agli alle dal dallo dalla dall dai
    dagli dalle nel nello nella nell nei negli nelle sul sullo sulla sull sui sugli sulle col coi un uno una quel quella
    questo questa the
    """
    )
)
_FEMININE = frozenset(
    words(
        """
    la della alla dalla nella sulla una quella questa
    """
    )
)
_FEMININE_CLUBS = frozenset({"roma"})
# "a Roma", "in Bologna": the town; the club takes an article or none.
_BEFORE_A_TOWN = {
    "it": frozenset(["a", "ad", "in", "di", "da", "per", "verso", "presso"]),
    "en": frozenset(["in", "near", "around", "outside"]),
}
_NO_TOWNS = {"it": frozenset({"milan", "genoa"})}
_TOWN_OF = frozenset(
    words(
        """
    city university port streets mayor bishop people town citta comune sindaco university derby
    """
    )
)
_AFTER_A_TOWN = frozenset(
    words(
        """
    city airport centre center station council docks police university street residents fashion citta antica capitale
    """
    )
)
# Behind a club's name they make a place of it, whatever the club: Arsenal tube station, Fulham Palace Road.
_PLACES = frozenset(
    words(
        """
    station tube airport road street lane avenue terrace court university college hospital school council museum gallery
    hall library cathedral church barracks docks pier harbour stazione aeroporto
    """
    )
)
# Before a name in Italian: via Roma, corso Torino, l'ospedale Sala.
_PLACES_BEFORE = frozenset(
    words(
        """
    via viale corso piazza piazzale piazzetta largo vicolo lungomare ospedale clinica policlinico stazione aeroporto metro
    teatro cinema palazzo museo istituto liceo quartiere rione caserma
    """
    )
)
_COUNTS = re.compile(r"\d{3,}|\w*mila|mille|migliaia|centinaia|cento|duecento|trecento|cinquecento|thousand|hundred")
_INSIDE_A_CLUB = frozenset(
    words(
        """
    colours shirt midfield defence attack goal history folklore circles team side squad
    """
    )
)
_CLUB_SUFFIXES = frozenset(["fc", "ac", "cfc", "afc", "sc", "ssc", "calcio", "bc"])
# Before a club's name at the beginning of a sentence, they make another club of it.
_CLUB_PREFIXES = frozenset(
    words(
        """
    virtus olimpia dinamo reyer real atletico sporting pro nuova hellas us ac fc as ss union athletic racing deportivo
    club fortitudo germani dolomiti armani umana aquila new west red old accademia
    """
    )
)
# Written with a capital and no part of anybody's name: on Monday Arteta, la Capitale, Captain Odegaard.
_CAPITALS = frozenset(
    words(
        """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december today yesterday captain skipper goalkeeper striker defender midfielder winger manager coach boss
    capitale lega nazionale mister capitano presidente christmas easter natale pasqua ferragosto coppa curva signora europa
    uefa fifa figc var aia european african american asian
    """
    )
)
_AGAINST = frozenset(["with", "against", "over", "con", "contro", "col", "sul", "sulla", "dal", "dalla"])
OFFICIALS = frozenset(
    words(
        """
    arbitro arbitri fischietto direttore assistente assistenti guardalinee designatore avar sindaco sindaca ministro
    ministra premier presidente deputato senatore onorevole assessore governatore prefetto questore giudice procuratore
    avvocato avvocata notaio professor professore professoressa dottor dottoressa medico don padre suor cantante attore
    attrice regista scrittore scrittrice giornalista conduttore tennista pilota ciclista nuotatore nuotatrice cestista
    pugile rugbista agente procuratore ceo ds dg dirigente patron referee official mayor minister president chancellor
    senator judge lawyer singer actor actress director author writer journalist broadcaster pundit commentator chairman
    chairwoman owner agent executive driver boxer golfer prof sir lord lady
    """
    )
)
COACHES = frozenset(
    words(
        """
    allenatore tecnico mister coach manager boss head squadra uomini ragazzi undici panchina gruppo truppa
    """
    )
)
# Among them what a coach has: gli uomini di Conte, but in panchina Lautaro.
_THEIRS = frozenset(["squadra", "uomini", "ragazzi", "undici", "panchina", "gruppo", "truppa"])


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The words of a text and which of them are part of a name that we know; `fixed`: of one that is no
    surname alone."""

    text: str
    words: Sequence[Token]
    language: str
    covered: frozenset[int]
    known_given: frozenset[str]
    title_lines: frozenset[int]
    fixed: frozenset[int] = frozenset()

    def before(self, spot: Spot, steps: int = 1) -> Token | None:
        """The word so many steps before the name, in the same sentence."""
        place = spot.first - steps
        if place < 0 or self.words[place].sentence != self.words[spot.first].sentence:
            return None
        return self.words[place]

    def after(self, spot: Spot, steps: int = 1) -> Token | None:
        place = spot.last + steps
        if place >= len(self.words) or self.words[place].sentence != self.words[spot.last].sentence:
            return None
        return self.words[place]

    def has_article(self, spot: Spot) -> bool:
        word = self.before(spot)
        return word is not None and word.folded in ARTICLES

    def may_be_town(self, spot: Spot) -> bool:
        """Whether the town is spelled like the club in the text's language: in Italian Milan is no town."""
        return self.words[spot.first].folded not in _NO_TOWNS.get(self.language, ())

    def is_town(self, spot: Spot) -> bool:
        """Whether a name that is also its town's means the town here."""
        word, after = self.before(spot), self.after(spot)
        possessive = after is not None and after.folded == "s" and after.gap in ("'", "’")
        if after is not None and after.gap == " " and not after.is_capital and after.folded in _AFTER_A_TOWN:
            return True
        if word is not None and self.language == "it" and word.folded == "d" and self.words[spot.first].gap in ("'", "’"):
            return True
        if word is None or self.words[spot.first].gap.strip():
            return False
        if self.language == "it" and word.folded in _FEMININE and self.words[spot.first].folded not in _FEMININE_CLUBS:
            return True
        if word.folded == "in" and after is not None and after.folded in _INSIDE_A_CLUB:
            return False
        if word.folded == "of" or (word.folded == "di" and self.language == "it"):
            further = self.before(spot, 2)
            return word.folded == "di" or (further is not None and further.folded in _TOWN_OF)
        return word.folded in _BEFORE_A_TOWN.get(self.language, ()) and not possessive and not self._in_a_row(spot)

    def _in_a_row(self, spot: Spot) -> bool:
        """ "per Juve e Roma", "tra Napoli e Inter": names in a row are of one kind."""
        after = self.after(spot)
        if after is None:
            return False
        if after.gap.strip() in ("-", "–"):
            return True
        word = self.before(spot)
        return (
            after.folded in ("e", "and", "o")
            and spot.last + 2 in self.covered
            and word is not None
            and word.folded in ("per", "tra", "fra")
        )

    def is_side(self, spot: Spot) -> bool:
        """Whether the words beside a club's name say that it is its women's or a youth side."""
        after, before = self.after(spot), self.before(spot)
        if after is not None and after.folded in SIDES and after.gap.strip() in ("", "-"):
            return True
        if before is not None and before.folded in ARTICLES:
            before = self.before(spot, 2)
        return before is not None and before.folded in ("primavera", "femminile", "women", "berretti") and before.folded in SIDES

    def meets_a_side(self, spot: Spot) -> bool:
        """Whether it is the opponent of a club's other side: "Liverpool Women drew 0-0 with Newcastle"."""
        place = spot.first - 1
        while place >= 0 and self.words[place].folded in ARTICLES and self.words[place].folded not in _AGAINST:
            place -= 1
        if place < 0 or self.words[place].folded not in _AGAINST:
            return False
        clause, back = self.words[spot.first].clause, range(place, max(place - 8, -1), -1)
        own = [one for one in back if self.words[one].clause == clause]
        return any(self.words[one].folded in SIDES for one in own) and not any("," in self.words[one + 1].gap for one in own)

    def stands_alone(self, spot: Spot, *, is_person: bool) -> bool:
        """Whether a name of one word is whole: no capital beside it that makes another name of it."""
        if self.line_in_title_case(spot):
            return True
        before, after = self.before(spot), self.after(spot)
        joined = before is not None and spot.first - 1 not in self.covered and self._joins(before, self.words[spot.first], before)
        if before is not None and joined and self._makes_another(before, is_person):
            return before.folded in _CLUB_SUFFIXES
        if is_person and self._is_given_of_next(spot):
            return False
        if after is not None and spot.last + 1 not in self.covered and self._joins(self.words[spot.last], after, after):
            return after.folded in _CLUB_SUFFIXES or (
                after.end - after.start <= 3 and self.text[after.start : after.end].isupper()
            )
        return not (is_person and (self._tied(spot.first, before) or self._tied(spot.last + 1, after)))

    def _is_given_of_next(self, spot: Spot) -> bool:
        """Whether a first name stands right before another name of one word: David in "David Silva"."""
        after, place = self.after(spot), spot.last + 1
        if after is None or place in self.fixed or place not in self.covered or not self.is_given_name(self.words[spot.last]):
            return False
        return after.is_capital and after.gap == " "

    def is_of_place(self, spot: Spot) -> bool:
        """City of Newcastle, Borough of Brighton: a place, whatever clubs are called."""
        after = self.after(spot)
        return (
            spot.is_single and after is not None and after.folded == "of" and self.words[spot.last].folded in ("city", "forest")
        )

    def is_in_a_place(self, spot: Spot) -> bool:
        """Whether the name is part of a place's: Fulham Palace Road, Arsenal tube station, via Roma, l'ospedale Sala."""
        before = self.before(spot)
        if self.language == "it" and before is not None and before.folded in _PLACES_BEFORE:
            return self.words[spot.first].gap == " "
        place = spot.last + 1
        while place < len(self.words) and self.words[place].gap == " ":
            if self.words[place].folded in _PLACES:
                return True
            if not self.words[place].is_capital:
                return False
            place += 1
        return False

    def is_counted(self, spot: Spot) -> bool:
        """Whether a number stands before a word for people: tremila napoletani are no team."""
        before = self.before(spot)
        return before is not None and bool(_COUNTS.fullmatch(before.folded))

    def is_tied(self, spot: Spot) -> bool:
        """Whether a hyphen ties the name to another capitalised word: la Roma-Lido, la Milano-Sanremo."""
        after = self.after(spot)
        return after is not None and after.gap == "-" and after.is_capital

    def is_date(self, spot: Spot) -> bool:
        """Whether a month is meant: 8 March, May 25."""
        if not spot.is_single or self.words[spot.first].folded not in ("march", "may", "marzo", "agosto", "gennaio"):
            return False
        beside = (self.before(spot), self.after(spot))
        return any(word is not None and word.folded.rstrip("stndrh").isdigit() for word in beside)

    def _makes_another(self, before: Token, is_person: bool) -> bool:
        """Whether a capital before a name belongs to it: at the beginning of a sentence any word has one."""
        if not before.opens:
            return True
        return self.is_given_name(before) if is_person else before.folded in _CLUB_PREFIXES

    def is_given_name(self, word: Token) -> bool:
        return word.folded in self.known_given or word.folded in given_names()

    def _tied(self, place: int, word: Token | None) -> bool:
        """Whether a hyphen ties the name to a capitalised word that no name accounts for: half a double name."""
        if word is None or not word.is_capital or place >= len(self.words):
            return False
        neighbour = place - 1 if word is self.words[place - 1] else place
        return self.words[place].gap == "-" and neighbour not in self.covered

    def _joins(self, first: Token, second: Token, neighbour: Token) -> bool:
        """Whether the neighbour is a capitalised word, not a common one, with only a blank between."""
        is_name = neighbour.is_capital and neighbour.folded.isalpha() and len(neighbour.folded) > 1 and not _is_word(neighbour)
        return is_name and second.gap == " " and first.sentence == second.sentence

    def is_first_of_two(self, spot: Spot) -> bool:
        """Whether another capitalised word follows, so that a first name is somebody else's: Andrew Cole."""
        after = self.after(spot)
        return after is not None and not self.line_in_title_case(spot) and after.gap == " " and after.is_capital

    def given_before(self, spot: Spot) -> Token | None:
        """The first name or initial right before a surname, if there is one."""
        word = self.before(spot)
        if word is None or not word.is_capital or not self._may_be_given(spot.first - 1):
            return None
        gap = self.words[spot.first].gap
        is_initial = len(word.folded) == 1 and gap in (". ", ".", " ")
        return word if is_initial or (gap == " " and not _is_word(word) and word.folded.isalpha()) else None

    def in_brackets_behind(self, spot: Spot) -> Token | None:
        """The one word in brackets right behind a name: Inzaghi (Filippo), Kean (Fiorentina)."""
        after = self.after(spot)
        if after is None or after.gap != " (" or not after.is_capital:
            return None
        return after if self.text[after.end : after.end + 1] in (")", ",") else None

    def _may_be_given(self, place: int) -> bool:
        """Whether the word there may be the first name of the next: also if somebody else has it for a surname."""
        return place not in self.covered or (place not in self.fixed and self.is_given_name(self.words[place]))

    def is_official(self, spot: Spot) -> bool:
        """Whether a title before the name says that it is no player's or coach's: l'arbitro Colombo, il sindaco Sala."""
        for steps in (1, 2, 3):
            word = self.before(spot, steps)
            if word is None or self.words[spot.first - steps + 1].gap.strip() not in ("", "'", "’", ".", ":"):
                return False
            if word.folded in OFFICIALS:
                return True
            if not word.is_capital:
                return False
        return False

    def is_coach(self, spot: Spot) -> bool:
        """Whether the words right before say that a coach is meant: la squadra di Conte, il tecnico Chivu, coach Slot."""
        for steps in (1, 2, 3):
            word = self.before(spot, steps)
            if word is None or self.words[spot.first - steps + 1].gap.strip() not in ("", "'", "’", '"', ":"):
                return False
            if word.folded in COACHES:
                return word.folded not in _THEIRS or self.words[spot.first - 1].folded in ("di", "of", "under", "s")
        return False

    def is_of_somebody(self, spot: Spot) -> bool:
        """Whether a name that we do not know owns this one: Sunderland's Bellingham is no player of ours."""
        mark, owner = self.before(spot), self.before(spot, 2)
        if mark is None or owner is None or mark.folded != "s" or mark.gap not in ("'", "’"):
            return False
        return owner.is_capital and spot.first - 2 not in self.covered and not _is_word(owner)

    def line_in_title_case(self, spot: Spot) -> bool:
        return self.words[spot.first].line in self.title_lines


def _is_word(word: Token) -> bool:
    """Whether a word with a capital is none of a name: a common one, an article, a day, a month, who comes from somewhere."""
    is_common = any(word.folded in common for common in COMMON_WORDS.values())
    return is_common or word.folded in ARTICLES or word.folded in _CAPITALS or word.folded in nations()


def lines_in_title_case(text: str, words: Sequence[Token], language: str) -> frozenset[int]:
    """The lines whose words all have a capital, but for little ones, as in English headlines: there a capital tells nothing.

    In Italian only a line in capitals throughout is one.
    """
    lines: dict[int, list[str]] = {}
    for word in words:
        if not word.folded.isdigit():
            lines.setdefault(word.line, []).append(text[word.start : word.end])
    is_written = str.isupper if language == "it" else _has_its_capital
    return frozenset(line for line, found in lines.items() if len(found) >= 4 and all(map(is_written, found)))


def _has_its_capital(word: str) -> bool:
    return len(word) < 4 or not word.islower() or word in ("with", "from", "over", "into", "after", "than", "past")
