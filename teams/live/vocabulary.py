"""The words of the console, Italian and English, folded: what kind of event each phrase means, and what the VAR decided."""

KINDS = {
    "goal": "gol, goal, rete, segna, g",
    "penalty_goal": "rigore, rig, rigore segnato, rigore trasformato, gol su rigore, gol rigore, rigore gol, penalty, pen, "
    "penalty scored, pen scored, penalty goal, goal penalty, goal from penalty",
    "penalty_missed": "rigore sbagliato, rigore fallito, rigore errato, rigore parato, rig sbagliato, rig parato, "
    "penalty missed, pen missed, missed penalty, missed pen, penalty saved, pen saved, saved penalty",
    "own_goal": "autogol, autorete, autogoal, own goal, og",
    "yellow": "giallo, cartellino giallo, ammonito, ammonizione, amm, yellow, yellow card, booked, y",
    "second_yellow": "secondo giallo, doppio giallo, seconda ammonizione, doppia ammonizione, 2o giallo, "
    "second yellow, second yellow card, second booking, 2nd yellow, yy",
    "red": "rosso, rosso diretto, cartellino rosso, espulso, espulsione, red, red card, straight red, sent off, r",
    "substitution": "sub, sost, sostituzione, cambio, entra, substitution, change, on, s",
    "shootout_scored": "segnato, segna, realizzato, scored, gol, goal, rete, rigore, rigore segnato, penalty, pen, "
    "penalty scored",
    "shootout_missed": "sbagliato, sbaglia, fallito, parato, palo, traversa, fuori, alto, missed, saved, post, bar, wide, "
    "rigore sbagliato, rigore parato, rigore fallito, penalty missed, penalty saved, pen missed, pen saved, no",
}

DECISIONS = {
    "goal_cancelled": "gol annullato, gol tolto, gol revocato, rete annullata, no gol, annullato gol, annulla il gol, "
    "goal cancelled, goal canceled, goal ruled out, goal disallowed, goal overturned, goal chalked off, no goal",
    "goal_given": "gol, gol convalidato, gol valido, gol assegnato, gol concesso, gol dato, rete convalidata, convalida gol, "
    "goal, goal given, goal awarded, goal stands, goal allowed, goal confirmed",
    "penalty_given": "rigore, rigore assegnato, rigore concesso, rigore dato, assegna rigore, penalty, penalty given, "
    "penalty awarded, pen, pen given",
    "penalty_cancelled": "rigore annullato, rigore revocato, rigore tolto, no rigore, annulla rigore, annulla il rigore, "
    "penalty cancelled, penalty canceled, penalty overturned, penalty taken back, penalty revoked, no penalty, "
    "pen cancelled, no pen",
    "red_given": "rosso, rosso assegnato, rosso dato, espulsione, red, red card, red given, red card given, sent off",
    "red_cancelled": "rosso annullato, rosso revocato, rosso tolto, no rosso, espulsione annullata, "
    "red cancelled, red canceled, red card cancelled, red overturned, red card overturned, red taken back, no red",
    "checked": "check, controllo, controllato, confermato, tutto confermato, tutto regolare, regolare, niente, nulla, "
    "checked, confirmed, review, nothing, no change, stands",
}

SIDES = {"home": "casa, home, padroni", "away": "ospiti, ospite, trasferta, away, visitors"}

# What parts the scorer from who made the goal, and who comes on from who goes off.
ASSIST = ("assist", "ass", "assistito")
FOR = ("per", "for", "esce", "off", "out")
SMALL = {"di", "by", "da", "a", "to", "il", "lo", "la", "the", "su", "con"}


def _by_phrase(said: dict[str, str], *left_out: str) -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): meant for meant, phrases in said.items() if meant not in left_out for phrase in phrases.split(", ")
    }


KICKS = {phrase: meant for phrase, meant in _by_phrase(KINDS).items() if meant in ("shootout_scored", "shootout_missed")}
KIND_OF = _by_phrase(KINDS, *set(KICKS.values()))
DECISION_OF = _by_phrase(DECISIONS)
SIDE_OF = _by_phrase(SIDES)


def spoken(words: list[str], meanings: dict[tuple[str, ...], str]) -> tuple[str | None, list[str]]:
    """What the first phrase means, the longest that fits, and the words around it. Short ones count at the beginning only."""
    for start in range(len(words)):
        for length in range(min(len(words) - start, 4), 0, -1):
            phrase = tuple(words[start : start + length])
            if phrase in meanings and (start == 0 or len("".join(phrase)) > 2):
                return meanings[phrase], words[:start] + words[start + length :]
    return None, words
