"""The national leagues: for each the rules of the season that begins in a given year.

Lots, coefficients and disciplinary points, with which most of them end, are not worked out: teams that only those would
part are shown as level. European places are those of the league itself, before cups are won.
"""

from teams.rules.ruleset import HEAD_TO_HEAD, OVERALL, Rules, Zone, zones

_QUOTIENT = range(1938, 1942)


def serie_a(year: int) -> Rules:
    """Two points for a win until 1993-94, three since.

    From 1938-39 to 1941-42 goal average (quoziente reti) parted teams; in the other seasons until 1971-72 they shared their
    place, shown here by goal difference as the papers of the time did (P. Adamoli, almanac, "Serie A: criterio parità punti").
    Until 2004-05 play-offs decided the title, European places and relegation between two that were level, and other ties
    went by goal difference. From 2005-06 on the matches among the level teams come first: points, goal difference, then
    those of the season and goals (NOIF of the FIGC, article 51, and Comunicato ufficiale of the Lega on each season).
    Since 2022-23 the title and the last safe place are played off again between two that are level (FIGC, Consiglio
    federale of June 2022; of July 2023: two matches for the safe place), those two found by the same criteria.
    """
    tie_breaks = (*HEAD_TO_HEAD, *OVERALL) if year >= 2005 else ("goal_average",) if year in _QUOTIENT else OVERALL
    return Rules(tie_breaks, _serie_a_zones(year), 3 if year >= 1994 else 2, _serie_a_play_offs(year))


def _serie_a_play_offs(year: int) -> tuple[int, ...]:
    if 2005 <= year <= 2021 or year in _QUOTIENT:
        return ()
    last_safe = 17 if year >= 2004 else 14 if year >= 1988 else 13 if year >= 1967 else 0
    europe = {1987: (6,), 1999: (4,)}.get(year, ())
    return (1, *europe, *([last_safe] if last_safe else []))


def _serie_a_zones(year: int) -> tuple[Zone, ...]:
    if year < 2004:
        return ()
    if year == 2023:
        return zones(champions_league=(1, 5), europa_league=(6, 7), conference_league=8, relegation=(18, 20))
    if year >= 2024:
        return zones(champions_league=(1, 4), europa_league=5, conference_league=6, relegation=(18, 20))
    return zones(champions_league=(1, 4), relegation=(18, 20)) if year >= 2017 else zones(relegation=(18, 20))


def serie_b(year: int) -> Rules:
    """As in Serie A (NOIF of the FIGC, article 51); promotion and relegation are played off by rules of their own."""
    return Rules((*HEAD_TO_HEAD, *OVERALL) if year >= 2005 else OVERALL, (), 3 if year >= 1994 else 2)


def premier_league(year: int) -> Rules:
    """Premier League Handbook, section C ("Determination of league positions"): goal difference, goals; since 2019-20 then
    the points and the away goals in the matches among the level teams, where a title, relegation or Europe hangs on it.

    Before 1992 the First Division: three points since 1981-82, goal difference instead of goal average since 1976-77.
    """
    points = 3 if year >= 1981 else 2
    if year < 1976:
        return Rules(("goal_average", "goals_for"), (), points)
    among = ("head_to_head_points", "head_to_head_away_goals_for") if year >= 2019 else ()
    return Rules((*OVERALL, *among), _premier_league_zones(year), points)


def _premier_league_zones(year: int) -> tuple[Zone, ...]:
    if year < 1995:
        return ()
    if year == 2024:
        return zones(champions_league=(1, 5), europa_league=(6, 7), relegation=(18, 20))
    if year >= 2023:
        return zones(champions_league=(1, 4), europa_league=5, relegation=(18, 20))
    return zones(relegation=(18, 20))


def la_liga(year: int) -> Rules:
    """Reglamento General of the RFEF, article on ties in leagues of two rounds: points, then goal difference in the matches
    among the level teams, goal difference, goals. Between two the regulations name the goal difference of their matches
    alone, which comes to the same. Three points for a win since 1995-96.
    """
    return Rules((*HEAD_TO_HEAD, *OVERALL), _la_liga_zones(year), 3 if year >= 1995 else 2)


def _la_liga_zones(year: int) -> tuple[Zone, ...]:
    if year < 1999:
        return ()
    if year == 2023:
        return zones(champions_league=(1, 4), europa_league=(5, 6), conference_league=7, relegation=(18, 20))
    if year == 2024:
        return zones(champions_league=(1, 5), europa_league=(6, 7), conference_league=8, relegation=(18, 20))
    if year > 2024:
        return zones(champions_league=(1, 4), europa_league=5, conference_league=6, relegation=(18, 20))
    return zones(relegation=(18, 20))


def bundesliga(year: int) -> Rules:
    """Spielordnung of the DFL, § 2 ("Ermittlung der Tabellenplätze"): goal difference, goals, the result of the two matches
    between them, away goals in these, all away goals. Goal average until 1968-69, three points since 1995-96, the 16th in
    a play-off since 2008-09.
    """
    points = 3 if year >= 1995 else 2
    if year < 1969:
        return Rules(("goal_average", "goals_for"), (), points)
    among = ("head_to_head_points", "head_to_head_goal_difference", "head_to_head_away_goals_for")
    last = zones(relegation_play_off=16, relegation=(17, 18)) if year >= 2008 else ()
    return Rules((*OVERALL, *among, "away_goals_for"), last, points)


def eredivisie(year: int) -> Rules:
    """Reglement Betaald Voetbal of the KNVB, the article on level teams: goal difference, goals, then points, goal difference
    and away goals in the matches among them. Three points since 1995-96.
    """
    among = (*HEAD_TO_HEAD, "head_to_head_away_goals_for")
    return Rules((*OVERALL, *among), (), 3 if year >= 1995 else 2)


def primeira_liga(year: int) -> Rules:
    """Regulamento das Competições of the Liga Portugal, the article on ties: points and goal difference in the matches among
    the level teams, goal difference, wins, goals. Three points since 1995-96.
    """
    return Rules((*HEAD_TO_HEAD, "goal_difference", "wins", "goals_for"), (), 3 if year >= 1995 else 2)


def ligue_1(year: int) -> Rules:
    """Règlement des compétitions of the LFP, article 518: goal difference; from 2017-18 on then points, goal difference,
    goals and away goals in the matches among the level teams, goals, away goals; since 2025-26 no away goals, but wins and
    away wins. Three points since 1994-95, and in 1988-89 for a try.
    """
    points = 3 if year >= 1994 or year == 1988 else 2
    if year >= 2025:
        tie_breaks = ("goal_difference", *HEAD_TO_HEAD, "goals_for", "wins", "away_wins")
    elif year >= 2017:
        among = (*HEAD_TO_HEAD, "head_to_head_goals_for", "head_to_head_away_goals_for")
        tie_breaks = ("goal_difference", *among, "goals_for", "away_goals_for")
    else:
        tie_breaks = OVERALL
    return Rules(tie_breaks, zones(relegation_play_off=16, relegation=(17, 18)) if year >= 2023 else (), points)
