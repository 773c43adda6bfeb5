"""How the draw lettered the groups of seasons whose files may leave the letters out."""

# The head of each group in the order of the letters (UEFA, the draws of each August), by words of the name.
_HEADS = {
    ("champions-league", "2015-16"): ("paris", "psv", "benfica", "juventus", "barcelona", "bayern", "chelsea", "zenit"),
    ("champions-league", "2016-17"): ("paris", "benfica", "barcelona", "bayern", "cska", "real madrid", "leicester", "juventus"),
    ("champions-league", "2017-18"): ("benfica", "bayern", "chelsea", "juventus", "spartak", "shakhtar", "monaco", "real madrid"),
    ("champions-league", "2018-19"): (
        *("atletico", "barcelona", "paris", "lokomotiv", "bayern", "manchester city", "real madrid", "juventus"),
    ),
    ("champions-league", "2019-20"): (
        *("paris", "bayern", "manchester city", "juventus", "liverpool", "barcelona", "zenit", "chelsea"),
    ),
    ("champions-league", "2020-21"): ("bayern", "real madrid", "porto", "liverpool", "sevilla", "zenit", "juventus", "paris"),
    ("champions-league", "2021-22"): (
        *("manchester city", "atletico", "sporting", "internazionale", "bayern", "villarreal", "lille", "chelsea"),
    ),
    ("champions-league", "2022-23"): (
        *("ajax", "porto", "bayern", "frankfurt", "milan", "real madrid", "manchester city", "paris"),
    ),
    ("champions-league", "2023-24"): (
        *("bayern", "sevilla", "napoli", "benfica", "feyenoord", "paris", "manchester city", "barcelona"),
    ),
}


def heads(slug: str, season: str) -> tuple[str, ...]:
    """One team of each group, Group A first; nothing where it is not known here."""
    return _HEADS.get((slug, season), ())
