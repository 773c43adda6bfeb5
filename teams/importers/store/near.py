"""Names that look like another, for somebody to compare: never to decide by."""

from collections import defaultdict
from difflib import SequenceMatcher

from teams.names import fold

_SHOWN = 3
_ALIKE = 0.75
# A word that so many names share tells nothing.
_COMMON = 40


class Near:
    """An index of folded names by their words, so that looking near one name costs the same however many there are."""

    def __init__(self, names: dict[str, set[int]]):
        self._by_word: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for name, numbers in names.items():
            for number in numbers:
                self.add(name, number)

    def add(self, name: str, number: int) -> None:
        for word in _words(name):
            self._by_word[word].append((name, number))

    def to(self, text: str, *, besides: set[int] = frozenset(), among: dict[int, str] | None = None) -> list[int]:
        """The numbers of the rows whose names come nearest, the likeliest first; `among` are looked at as well."""
        folded = fold(text)
        alike = [(name, number) for word in _words(folded) for name, number in self._by_word.get(word, ())[:_COMMON]]
        alike += [(fold(name), number) for number, name in (among or {}).items()]
        matcher, told = SequenceMatcher(b=folded, autojunk=False), {}
        for name, number in alike:
            if number in besides:
                continue
            matcher.set_seq1(name)
            within = bool(set(_words(name)) <= set(_words(folded)) or set(_words(folded)) <= set(_words(name)))
            ratio = 1.0 if within else matcher.quick_ratio() >= _ALIKE and matcher.ratio()
            if ratio >= _ALIKE:
                told[number] = max(ratio, told.get(number, 0))
        return sorted(told, key=lambda number: -told[number])[:_SHOWN]


def _words(folded: str) -> list[str]:
    return [word for word in folded.split() if len(word) > 2]
