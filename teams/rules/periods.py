"""The clock of a football match: which minutes belong to which period (Laws of the Game, law 7)."""

BOUNDS = {"1": (1, 45), "2": (46, 90), "3": (91, 105), "4": (106, 120)}
FIRST, SECOND, EXTRA_FIRST, EXTRA_SECOND = BOUNDS
SHOOTOUT, UNKNOWN = "5", "9"


def label(minute: int | None, stoppage: int = 0) -> str:
    """The minute as it is printed: 67', 45+2'; empty where it is not known."""
    if minute is None:
        return ""
    return f"{minute}+{stoppage}'" if stoppage else f"{minute}'"


def period_of(minute: int, stoppage: int = 0) -> str:
    """The period that a printed minute belongs to; ValueError outside 1 to 120.

    Added minutes stay with the period they extend: 45+2 is in the first half, 46 in the second.
    """
    for period, (first, last) in BOUNDS.items():
        if first <= minute <= last:
            if stoppage and minute != last:
                raise ValueError(f"{minute}+{stoppage}: minutes are added only at the end of a period")
            return period
    raise ValueError(f"{minute}: a match has minutes 1 to 120")
