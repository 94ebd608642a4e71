"""The lexicon: which classes a word form has, and the values that go with them."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from mithaq.errors import LexiconError
from mithaq.text.clitics import AL, B, K, P, S, article, prefixes, suffixes
from mithaq.text.fold import fold_word

Analysis = tuple[frozenset[str], int, str]  # classes, mask of clitics, stem


class Phrase(NamedTuple):
    """A name or title of several words, kept under its first word without the article and its second word.

    `article` says whether the first word needs it; `rest` are the other words, folded, as they stand.
    """

    article: bool
    rest: tuple[str, ...]
    kind: str
    value: Any


def lines(name: str) -> Iterator[list[str]]:
    """The rows of a data file of the lexicon: columns between tabs, without comments and empty lines."""
    for line in (files("mithaq.lexicon") / name).read_text("utf-8").splitlines():
        if line and line[0] != "#":
            yield line.split("\t")


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of the lexicon, read once, for looking only; LexiconError where it is not TOML."""
    try:
        return tomllib.loads((files("mithaq.lexicon") / name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(error), where=name) from error


_PAIR = re.compile(r"([{,]\s*)(\w+)\s*=\s*")


def records(name: str, key: str) -> list[dict[str, Any]]:
    """The array `key` of a TOML file that has one inline table a line: as `table` gives it, in a tenth of the time."""
    text = (files("mithaq.lexicon") / name).read_text("utf-8")
    body = text[text.index(f"{key} = [\n") :].split("\n]", 1)[0]
    found = [line for line in body.split("\n") if line.startswith("{")]
    try:
        return json.loads("[" + _PAIR.sub(r'\1"\2":', " ".join(found)).rstrip(", ") + "]")  # type: ignore[no-any-return]
    except json.JSONDecodeError:
        return list(table(name)[key])


_LINE = re.compile(r"^(\w+) = (.*)$", re.MULTILINE)


def blocks(name: str, key: str) -> list[dict[str, Any]]:
    """The tables `[[key]]` of a TOML file with a value a line: as `table` gives them, in a tenth of the time."""
    text = (files("mithaq.lexicon") / name).read_text("utf-8")
    _, *found = text.split(f"[[{key}]]\n")
    try:
        parts = ["{" + ",".join([f'"{k}":{v}' for k, v in _LINE.findall(part)]) + "}" for part in found]
        return json.loads("[" + ",".join(parts) + "]")  # type: ignore[no-any-return]
    except json.JSONDecodeError:
        return list(table(name)[key])


class Lexicon:
    """Word forms (folded) with their classes; `value` gives what a class says of a form (the number of a month)."""

    def __init__(self) -> None:
        self.entries: dict[str, frozenset[str]] = {}
        self._unions: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {}
        self._values: dict[str, dict[str, Any]] = {}
        # Names of several words, by their first word without the article and their second word, longest first.
        self.phrases: dict[str, dict[str, list[Phrase]]] = {}
        # The rows of the gazetteers, that which ships first, and the state (ISO) whose organ an organisation is, by its names.
        self.gazetteer: list[list[list[str]]] = []
        self.organs: dict[str, str] = {}

    def add(self, form: str, *classes: str, value: Any = None) -> None:
        """Give a form (any spelling; it is folded) classes, the first of them with a value."""
        self.add_folded(fold_word(form), *classes, value=value)

    def add_folded(self, form: str, *classes: str, value: Any = None) -> None:
        """As `add`, for a form that is folded already."""
        self.add_forms((form,), frozenset(classes))
        if value is not None:
            self._values.setdefault(classes[0], {})[form] = value

    def add_forms(self, forms: Iterable[str], classes: frozenset[str]) -> None:
        """Give many folded forms the same classes: one set is shared by all forms that have it."""
        entries, join = self.entries, self.join
        for form in forms:
            old = entries.get(form)
            entries[form] = classes if old is None else old if old is classes else join(old, classes)

    def join(self, old: frozenset[str], more: frozenset[str]) -> frozenset[str]:
        """The union of two sets of classes, one object for each pair."""
        found = self._unions.get((old, more))
        if found is None:
            found = self._unions[old, more] = old | more
        return found

    def set_value(self, name: str, form: str, value: Any) -> None:
        """Let class `name` say `value` of a folded form."""
        self._values.setdefault(name, {})[form] = value

    def drop(self, form: str) -> None:
        """Forget a folded form: for a rare word that would hide a common one with its clitics (والي, و + إلى)."""
        self.entries.pop(form, None)

    def add_phrase(self, text: str, kind: str, value: Any = None) -> None:
        """Give a name of several words a kind. Names of one first word are kept longest first."""
        first, *rest = fold_word(text).split()
        article = text.startswith("ال") and len(first) > 3 and first != "الله"
        key = first[2:] if article else first
        if key not in self.entries:
            self.add_forms((key,), _FIRST | number_classes(key) if key[0].isdigit() else _FIRST)
        known = self.phrases.setdefault(key, {}).setdefault(rest[0], [])
        known.append(Phrase(article, tuple(rest), kind, value))
        if len(known) > 1:
            known.sort(key=lambda p: -len(p.rest))

    def add_table(self, data: dict[str, Any], *beside: str) -> None:
        """Tables of a TOML file: each is a class with a list of forms, or with forms and values; `beside` are more classes."""
        for name, forms in data.items():
            if isinstance(forms, dict):
                for form, value in forms.items():
                    self.add(form, name, *beside, value=value)
            else:
                for form in forms:
                    self.add(form, name, *beside)

    def forms(self, name: str) -> Iterable[str]:
        """The folded forms that have a value in class `name`."""
        return self._values.get(name, {}).keys()

    def has(self, form: str, name: str) -> bool:
        """Whether a folded form is an entry with the class."""
        return name in self.entries.get(form, ())

    def value(self, name: str, form: str) -> Any:
        """The value that class `name` gives a folded form, or None."""
        return self._values.get(name, {}).get(form)

    def sets(self) -> set[frozenset[str]]:
        """All distinct sets of classes that an analysis can give."""
        return set(self.entries.values()) | set(_SHAPES.values()) | set(_number_sets())

    def knows(self, form: str) -> bool:
        """Whether the folded form itself is an entry."""
        return form in self.entries

    def analyse(self, word: str) -> Analysis:
        """Classes, mask of clitics and stem of a folded word, as it stands in a text."""
        entry = self.entries.get(word)
        if entry is not None:
            return entry, 0, word
        if word[0].isdigit():
            return number_classes(word), 0, word
        if not "\u0621" <= word[0] <= "\u06ff":
            return _SHAPES["latin" if word[0].isalpha() else "mark"], 0, word
        readings = [(0, word), *prefixes(word)]
        for mask, stem in readings[1:]:
            entry = self.entries.get(stem)
            if entry is not None and _agrees(mask, entry):
                return entry, mask, stem
        for mask, stem in readings:
            if mask & AL:
                continue
            for bare in suffixes(stem):
                entry = self.entries.get(bare)
                if entry is not None and not entry.isdisjoint(_TAKES_PRONOUN) and _agrees(mask, entry):
                    return entry, mask | P, bare
        mask, stem = article(word)
        return _SHAPES[_shape(stem, bool(mask))], mask, stem


_FIRST = frozenset({"name_first"})
_TAKES_PRONOUN = frozenset({"noun", "verb", "masdar", "prep_pron"})
_ONLY_VERB = frozenset({"past", "present"})
_NOMINAL = frozenset(
    {"noun", "adj", "masdar", "participle", "name", "place", "numword", "month", "weekday", "timeword"}
)


def _agrees(mask: int, classes: frozenset[str]) -> bool:
    """Whether a word of these classes takes these proclitics: س a present verb, the article and ب ك no bare verb."""
    if mask & S:
        return "present" in classes
    if mask & AL and ("noart" in classes):
        return False
    if mask & (AL | B | K):
        return not classes & _ONLY_VERB or bool(classes & _NOMINAL)
    return True


_SHAPES = {
    "mark": frozenset({"mark"}),
    "latin": frozenset({"latin"}),
    "unk": frozenset({"unk"}),
    "unk_nisba": frozenset({"unk", "nisba"}),
    "unk_fut": frozenset({"unk", "fut"}),
    "unk_present": frozenset({"unk", "maybe_present"}),
    "unk_letter": frozenset({"unk", "letter"}),
    "unk_name": frozenset({"unk", "given"}),
}


def _shape(stem: str, articled: bool) -> str:
    """The shape of an unknown word: what its letters suggest."""
    if len(stem) == 1:
        return "unk_letter"
    if len(stem) > 5 and (stem.startswith(("عبدال", "ابو")) or stem.endswith(("الدين", "الله"))):
        return "unk_name"
    if not articled and len(stem) >= 5 and stem[0] == "س" and stem[1] in "يتن":
        return "unk_fut"
    if stem.endswith(("ي", "يه", "يين", "يون", "يات")) and len(stem) >= 4:
        return "unk_nisba"
    if not articled and len(stem) >= 4 and stem[0] in "يت":
        return "unk_present"
    return "unk"


@cache
def number_classes(word: str) -> frozenset[str]:
    """The classes of a number in digits, by its form and size."""
    if ":" in word:
        hour, minute = word.split(":")
        return frozenset({"clock"} if int(hour) < 25 and int(minute) < 60 else {"digits"})
    if not word.isdigit():
        return frozenset({"digits", "num", "decimal"})
    n, length = int(word[:9]), len(word)
    classes = {"digits", "num"}
    if n <= 31 and n and length <= 2:
        classes.add("d_day")
    if n <= 12 and n and length <= 2:
        classes.add("d_month")
    if n <= 24 and length <= 2:
        classes.add("d_hour")
    if length == 4 and 1000 <= n <= 2150:
        classes.add("d_year")
        if 1300 <= n <= 1500:
            classes.add("d_hijri")
    return frozenset(classes)


def _number_sets() -> Iterable[frozenset[str]]:
    return {
        number_classes(w) for w in ("1", "13", "25", "0", "40", "1234", "1400", "2020", "1.5", "10:30", "99:99", "100")
    }
