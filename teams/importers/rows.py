"""Rows of YAML, JSON or CSV that know where they stand, and answer for their fields or refuse with that place."""

import difflib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

import yaml

from teams.importers.records import Place, Refused

_NOTHING = ("", "~", "null")
_WORDS = {"yes": True, "true": True, "no": False, "false": False}
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Word(str):
    """A bare word with the line on which it stands."""

    __slots__ = ("line",)

    def __new__(cls, text: str, line: int):
        word = super().__new__(cls, text)
        word.line = line
        return word


class Row:
    """Fields by name, all as they are written. Every question tells the row which field is known; `done` refuses the others."""

    def __init__(self, place: Place, fields: dict):
        self.place, self._fields, self._asked = place, fields, set()

    def has(self, name: str) -> bool:
        self._asked.add(name)
        value = self._fields.get(name, "")
        return not isinstance(value, str) or value.strip() not in _NOTHING

    def text(self, name: str, default: str | None = None) -> str | None:
        if not self.has(name):
            return default
        value = self._fields[name]
        if not isinstance(value, str):
            raise self.refuse(f"{name} takes one value, not a list or a block", name)
        return value.strip()

    def needed(self, name: str) -> str:
        value = self.text(name)
        if value is None:
            raise self.refuse(f"{name} is missing; write it")
        return value

    def whole(self, name: str) -> int | None:
        value = self.text(name)
        if value is not None and not (value.isascii() and value.isdigit()):
            raise self.refuse(f"{name}: a whole number was expected, not “{value}”", name)
        return None if value is None else int(value)

    def decimal(self, name: str) -> Decimal | None:
        value = self.text(name)
        try:
            return None if value is None else Decimal(value)
        except InvalidOperation:
            raise self.refuse(f"{name}: a number was expected, not “{value}”", name) from None

    def day(self, name: str) -> date | None:
        value = self.text(name)
        try:
            return None if value is None else date.fromisoformat(value)
        except ValueError:
            raise self.refuse(f"{name}: a date like 2025-11-05 was expected, not “{value}”", name) from None

    def needed_day(self, name: str) -> date:
        self.needed(name)
        return self.day(name)

    def flag(self, name: str) -> bool | None:
        value = self.text(name)
        if value is not None and value.lower() not in _WORDS:
            raise self.refuse(f"{name}: write yes or no, not “{value}”", name)
        return None if value is None else _WORDS[value.lower()]

    def texts(self, name: str) -> tuple[str, ...] | None:
        if not self.has(name):
            return None
        value = self._fields[name]
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.refuse(f"{name}: a list of words was expected", name)
        return tuple(value)

    def block(self, name: str, short: str) -> "Row":
        """The fields under a name; a bare word there is its field `short`."""
        if not self.has(name):
            raise self.refuse(f"{name} is missing; write it")
        return self._as_row(name, self._fields[name], short)

    def rows(self, name: str, short: str = "") -> "list[Row]":
        """The rows of a list; a bare word in it is a row with that word as its field `short`."""
        if not self.has(name):
            return []
        value = self._fields[name]
        if not isinstance(value, list):
            raise self.refuse(f"{name}: a list was expected, each line begun with a dash", name)
        return [self._as_row(name, one, short) for one in value]

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """The fields under a name whose own names are free."""
        block = self.block(name, short="") if self.has(name) else Row(self.place, {})
        return tuple((key, block.needed(key)) for key in block._fields)

    def done(self) -> None:
        """Refuse a field that nothing asked for: most likely its name is misspelt."""
        for name in self._fields:
            if name not in self._asked:
                near = difflib.get_close_matches(name, self._asked, 1)
                advice = f"did you mean {near[0]}?" if near else "take it out"
                raise self.refuse(f"there is no field {name}; {advice}", name)

    def refuse(self, message: str, name: str = "") -> Refused:
        """What to raise: with the line of that field where it is known, else with that of the row."""
        line = getattr(self._fields.get(name), "line", self.place.line)
        return Refused(Place(self.place.file, line), message)

    def _as_row(self, name, one, short):
        if isinstance(one, Row):
            return one
        if not short or not isinstance(one, str):
            raise self.refuse(f"{name}: fields with names were expected here", name)
        return Row(Place(self.place.file, getattr(one, "line", self.place.line)), {short: one})


def decoded(content: bytes, file: str) -> str:
    """The text of a file, which must be UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refused(Place(file, line), "this is not UTF-8; save the file as UTF-8") from error


def read_list(content: bytes, file: str) -> list[Row]:
    """The rows of a file that is one list."""
    root = _read(content, file)
    if not isinstance(root, list) or not all(isinstance(one, Row) for one in root):
        raise Refused(Place(file, 1), "the file must be a list, each entry begun with a dash")
    return root


def read_one(content: bytes, file: str) -> Row:
    """The fields of a file that is about one thing."""
    root = _read(content, file)
    if not isinstance(root, Row):
        raise Refused(Place(file, 1), "the file must begin with a field, like home: or competition:")
    return root


def _read(content: bytes, file: str):
    text = decoded(content, file)
    if text.lstrip().startswith(("{", "[")):
        text = text.replace("\t", " ")  # JSON may be indented with tabs, YAML may not; inside its strings tabs are written \t
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Refused(Place(file, mark.line + 1 if mark else 1), f"this line cannot be read: {error.problem}") from error
    except yaml.YAMLError as error:
        raise Refused(Place(file, 1), f"the file cannot be read: {error}") from error
    return [] if node is None else _value(node, file)


def _value(node: yaml.Node, file: str):
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, file)
    if isinstance(node, yaml.SequenceNode):
        return [_value(one, file) for one in node.value]
    return Word(node.value, node.start_mark.line + 1)


def _mapping(node: yaml.MappingNode, file: str) -> Row:
    fields = {}
    for key, value in node.value:
        if key.value in fields:
            raise Refused(Place(file, key.start_mark.line + 1), f"{key.value} is written twice; take one out")
        fields[key.value] = _value(value, file)
    return Row(Place(file, node.start_mark.line + 1), fields)


def each(rows: Iterable[Row], read) -> tuple:
    """Records of all these rows, each asked for everything that it holds."""
    records = []
    for row in rows:
        records.append(read(row))
        row.done()
    return tuple(records)
