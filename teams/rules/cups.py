"""The cups of UEFA, the World Cups and the European Championships: the rules of their groups, by year.

Lots, coefficients and rankings, with which they end, are not worked out: teams that only those would part are shown as
level, unless somebody enters the place that was decided.
"""

from teams.rules.ruleset import HEAD_TO_HEAD, OVERALL, Rules, zones

_AMONG_THEM = (*HEAD_TO_HEAD, "head_to_head_goals_for")
_OPPONENTS = ("opponents_points", "opponents_goal_difference", "opponents_goals_for")
_TWO_OF_FOUR = zones(knockout=(1, 2), out=(3, 4))
_WITH_BEST_THIRDS = zones(knockout=(1, 2), best_third=3, out=4)


def champions_league(year: int) -> Rules:
    """Until 2023-24 groups (regulations 2023/24, article 17: points, goal difference and goals among the level teams, until
    2020-21 away goals too; then goal difference, goals, away goals, wins, away wins). Since 2024-25 one league phase
    (article 18.01, a to h; while it lasts only a to e count). Three points for a win since 1995-96.
    """
    if year >= 2024:
        thirds = zones(round_of_16=(1, 8), knockout_play_off=(9, 24), out=(25, 36))
        return Rules((*OVERALL, "away_goals_for", "wins", "away_wins", *_OPPONENTS), thirds)
    among = _AMONG_THEM if year >= 2021 else (*_AMONG_THEM, "head_to_head_away_goals_for")
    places = zones(knockout=(1, 2), europa_league=3, out=4) if year >= 2003 else ()
    return Rules((*among, *OVERALL, "away_goals_for", "wins", "away_wins"), places, 3 if year >= 1995 else 2)


def europa_league(year: int) -> Rules:
    """As the Champions League of the same year (regulations 2023/24, article 16; since 2024-25 article 18)."""
    rules = champions_league(year)
    return rules if year >= 2024 else Rules(rules.tie_breaks, (), rules.points_for_win)


def world_cup(year: int) -> Rules:
    """FIFA World Cup regulations of the year, the article on the group stage.

    Two points for a win until 1990, three since 1994. Until 1958 a play-off parted the second from the third (played in
    1954 and 1958), in 1954 lots the first from the second; goal average from 1958 to 1966; goal difference in 1970, then
    lots; then goals since 1974; since 1986 then the matches among the level teams; since 2018 then points for cards. In 2026
    the matches among the level teams come first. The lots that were drawn stand in `rules.lots`.
    """
    points = 3 if year >= 1994 else 2
    if year < 1970:
        return Rules(("goal_average", *OVERALL), _world_cup_zones(year), points, (2,) if year < 1962 else ())
    if year == 1970:
        return Rules(("goal_difference",), _world_cup_zones(year), points)
    if year < 1986:
        return Rules(OVERALL, _world_cup_zones(year), points)
    tie_breaks = (*_AMONG_THEM, *OVERALL) if year >= 2026 else (*OVERALL, *_AMONG_THEM)
    return Rules((*tie_breaks, *(["fair_play"] if year >= 2018 else [])), _world_cup_zones(year), points)


def _world_cup_zones(year: int) -> tuple:
    """1974 to 1982 the first two went into another group stage, in 1950 the first into a final group."""
    if year in (1950, 1974, 1978, 1982):
        return ()
    if year == 1930:
        return zones(knockout=1, out=(2, 4))
    return _WITH_BEST_THIRDS if year in (1986, 1990, 1994) or year >= 2026 else _TWO_OF_FOUR


def womens_world_cup(year: int) -> Rules:
    """FIFA Women's World Cup regulations of the year, the article on the group stage.

    Goal difference, then goals, then the matches among the level teams; since 2019 then points for cards. Two points for a win
    in 1991, three since 1995. The best thirds went on where there were three or six groups.
    """
    places = _WITH_BEST_THIRDS if year in (1991, 1995, 2015, 2019) else _TWO_OF_FOUR
    tie_breaks = (*OVERALL, *_AMONG_THEM, *(["fair_play"] if year >= 2019 else []))
    return Rules(tie_breaks, places, 3 if year >= 1995 else 2)


def euro(year: int) -> Rules:
    """UEFA European Championship regulations of the year (2024: article 20.01).

    Goal difference, then goals, and two points for a win until 1992; since 1996 three points, and points, goal difference
    and goals in the matches among the level teams first; the best thirds go on since 2016.
    """
    if year < 1996:
        return Rules(OVERALL, zones(knockout=(1, 2), out=(3, 4)) if year >= 1984 else zones(knockout=1, out=(2, 4)), 2)
    return Rules((*_AMONG_THEM, *OVERALL), _WITH_BEST_THIRDS if year >= 2016 else _TWO_OF_FOUR)
