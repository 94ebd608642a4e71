"""A user's own names: gazetteers in CSV, lexicons in TOML, checked and added to a lexicon."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import partial
from os import PathLike, fspath
from typing import Any

from mithaq.errors import LexiconError
from mithaq.lexicon.lexicon import Lexicon, table
from mithaq.lexicon.names import add_places, add_roles, load_organisations, load_persons
from mithaq.text.fold import fold_word
from mithaq.text.tokens import Text

COLUMNS = ("name", "aliases", "kind", "country", "province", "lat", "lon", "en", "weak")
PLACE_KINDS = frozenset(
    "city province region base camp airport crossing port strait island sea river mountain border facility site square".split()
    + "bridge field dam hospital prison barracks".split()
)
ORGANISATION_KINDS = frozenset(
    "international government parliament army police intelligence armed-group party movement mission commission court company media "
    "university religious union ngo".split()
)
ROLE_CLASSES = frozenset(
    "political military religious royal media judicial diplomatic economic academic security party medical spokesperson civil cultural "
    "unnamed".split()
)
# The fields of each table and those that must be there. A field that is a list holds names.
_FIELDS = {
    "organisation": (("name", "aliases", "kind", "country", "en", "medium", "weak"), ("name", "kind")),
    "person": (("name", "aliases", "country", "weak"), ("name",)),
    "role": (("ms", "fs", "pl", "class", "weak"), ("ms", "class")),
}
_TITLES = {"organisation": "an organisation", "person": "a person", "role": "a role"}
_NAMES = frozenset({"name", "aliases", "ms", "fs", "pl"})
_LISTS = frozenset({"aliases", "pl", "weak"})
_MARKS = re.compile('[«»"“”()\\[\\]{}،؛؟,;:!?|\n]')
_MOST = 64 * 1024 * 1024


def extend(
    lexicon: Lexicon, gazetteers: Iterable[str | PathLike[str]], lexicons: Iterable[str | PathLike[str]]
) -> None:
    """Add the names of a user's files; LexiconError, with file and line, where one has not the form of `docs/lexicon.md`."""
    for path in gazetteers:
        add_places(lexicon, list(_places(fspath(path))))
    for path in lexicons:
        data = _tables(fspath(path))
        load_organisations(lexicon, data["organisation"])
        load_persons(lexicon, data["person"])
        own = {fold_word(form) for role in data["role"] for form in (role["ms"], role.get("fs", "")) if " " not in form}
        add_roles(lexicon, data["role"], partial(_is_role, lexicon, own))


def _is_role(lexicon: Lexicon, own: set[str], word: str) -> bool:
    """Whether a folded word is a role, of the file or of those that ship."""
    return word in own or lexicon.has(word, "role")


def _text(path: str) -> str:
    """The text of a file, without a byte order mark."""
    try:
        with open(path, "rb") as file:
            data = file.read(_MOST + 1)
    except OSError as error:
        raise LexiconError(
            f"cannot be read ({error.strerror or error})", where=path, todo="give the path of a file that is there"
        ) from error
    if len(data) > _MOST:
        raise LexiconError("more than 64 MB", where=path, todo="give a file of names")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LexiconError("it is not UTF-8", where=f"{path}:{line}", todo="save it again as UTF-8") from error


def _states() -> frozenset[str]:
    return frozenset(country["iso"] for country in table("countries.toml")["country"])


def _places(path: str) -> Iterator[list[str]]:
    """The rows of a gazetteer, checked, their columns in the order of `COLUMNS`."""
    rows = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    states = _states()
    order: list[int] | None = None
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise LexiconError(
                f"this is no CSV ({error})", where=f"{path}:{rows.line_num}", todo="mend the row"
            ) from error
        if row is None:
            break
        where = f"{path}:{rows.line_num}"
        if not any(map(str.strip, row)) or row[0].lstrip().startswith("#"):
            continue
        cells = [cell.strip() for cell in row]
        if order is None:
            order = _order(cells, where)
        elif len(cells) != len(COLUMNS):
            raise LexiconError(
                f"{len(cells)} columns, not {len(COLUMNS)}",
                where=where,
                todo=f"write {','.join(COLUMNS)}, and put a value with a comma between quotation marks",
            )
        else:
            yield _place([cells[i] for i in order], states, where)
    if order is None:
        raise LexiconError("the file is empty", where=path, todo=f"begin it with the line {','.join(COLUMNS)}")


def _order(header: list[str], where: str) -> list[int]:
    """Where each column is."""
    if sorted(header) != sorted(COLUMNS):
        raise LexiconError(
            f"the columns are {','.join(header)[:80]!r}",
            where=where,
            todo=f"begin the file with the line {','.join(COLUMNS)}",
        )
    return [header.index(name) for name in COLUMNS]


def _place(row: list[str], states: frozenset[str], where: str) -> list[str]:
    """A row of a gazetteer, if it is sound."""
    name, aliases, kind, country, _, lat, lon, _, weak = row
    row[0] = _name(name, "name", where)
    row[1] = "|".join(_name(alias, "aliases", where) for alias in aliases.split("|")) if aliases else ""
    _among(kind, "kind", PLACE_KINDS, where)
    if country:
        _state(country, states, where)
    if bool(lat) != bool(lon):
        raise LexiconError("only one of lat and lon", where=where, todo="give both, or neither")
    for axis, value, bound in (("lat", lat, 90), ("lon", lon, 180)) if lat else ():
        try:
            inside = -bound <= float(value) <= bound
        except ValueError:
            inside = False
        if not inside:
            raise LexiconError(
                f"{axis} is {value!r}",
                where=where,
                todo=f"give degrees from -{bound} to {bound}, as in 33.31, or leave it empty",
            )
    if weak not in ("", "1"):
        raise LexiconError(f"weak is {weak!r}", where=where, todo="write 1, or leave it empty")
    return row


def _name(name: Any, field: str, where: str) -> str:
    """A name as it is looked for in a report: its words and marks with a space between."""
    if not isinstance(name, str):
        raise LexiconError(f"{field} is {name!r}", where=where, todo="write a name between quotation marks")
    shown = " ".join(name.split())
    if _MARKS.search(name):
        raise LexiconError(
            f"{field} has a mark in {shown!r}",
            where=where,
            todo="write the name without quotation marks, brackets and stops",
        )
    text = Text(shown)
    words = [text.span(i, i + 1).cite(shown) for i in range(len(text))]
    if not any(len(fold_word(word)) > 1 and word[0].isalpha() for word in words):
        raise LexiconError(
            f"{field} is {shown!r}" if shown else f"{field} is empty",
            where=where,
            todo="write a name of two letters or more",
        )
    return " ".join(words)


def _among(value: Any, field: str, known: frozenset[str], where: str) -> None:
    if not isinstance(value, str) or value not in known:
        raise LexiconError(f"{field} is {value!r}", where=where, todo=f"write one of {', '.join(sorted(known))}")


def _state(value: Any, states: frozenset[str], where: str) -> None:
    if not isinstance(value, str) or value not in states:
        raise LexiconError(
            f"country is {value!r}",
            where=where,
            todo="write the two letters of ISO 3166-1, as in IQ, or leave it empty",
        )


def _tables(path: str) -> dict[str, list[dict[str, Any]]]:
    """The tables of a lexicon, checked; each is there, if only empty."""
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"\(at line (\d+)", str(error))
        at = int(line[1]) if line else text.count("\n") + 1
        what = re.sub(r" \(at .*\)$", "", str(error))
        raise LexiconError(f"this is no TOML ({what})", where=f"{path}:{at}", todo="mend the line") from error
    if not data:
        raise LexiconError(
            "the file is empty", where=path, todo="write [[organisation]], [[person]] or [[role]] tables"
        )
    states = _states()
    for kind, entries in data.items():
        if kind not in _FIELDS or not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
            raise LexiconError(
                f"{kind!r} is no table of a lexicon",
                where=f"{path}:{_line(text, kind, 0, {})}",
                todo="write [[organisation]], [[person]] or [[role]] tables",
            )
        for index, entry in enumerate(entries):
            _check(kind, entry, states, f"{path}:{_line(text, kind, index, entry)}")
    return {kind: data.get(kind, []) for kind in _FIELDS}


def _check(kind: str, entry: dict[str, Any], states: frozenset[str], where: str) -> None:
    """Raise the error of an entry, or bring its names into the form in which they are looked for."""
    fields, needed = _FIELDS[kind]
    for field in entry:
        if field not in fields:
            raise LexiconError(
                f"{field!r} is no field of {_TITLES[kind]}", where=where, todo=f"it may have {', '.join(fields)}"
            )
    for field in needed:
        if field not in entry:
            raise LexiconError(f"the {kind} has no {field}", where=where, todo=f"give it a {field}")
    for field, value in entry.items():
        listed = field in _LISTS and not (kind == "role" and field == "weak")
        if listed and not isinstance(value, list):
            raise LexiconError(f"{field} is {value!r}", where=where, todo='write a list, as in ["…", "…"]')
        if field in _NAMES or listed:
            entry[field] = [_name(name, field, where) for name in value] if listed else _name(value, field, where)
        elif field == "weak" and not isinstance(value, bool):
            raise LexiconError(f"weak is {value!r}", where=where, todo="write true or false")
    if kind == "role":
        entry.setdefault("pl", [])
        _among(entry["class"], "class", ROLE_CLASSES, where)
        return
    lost = set(entry.get("weak", ())) - {entry["name"], *entry.get("aliases", ())}
    if lost:
        raise LexiconError(
            f"weak has {min(lost)!r}, which is no name of the {kind}", where=where, todo="write a name of it"
        )
    if entry.get("country"):
        _state(entry["country"], states, where)
    if kind == "organisation":
        _among(entry["kind"], "kind", ORGANISATION_KINDS, where)


def _line(text: str, kind: str, index: int, entry: dict[str, Any]) -> int:
    """The line where an entry begins: its header, or in a list of entries the first line with its name."""
    lines = text.splitlines()
    headers = [n for n, line in enumerate(lines, 1) if re.match(rf"\s*\[\[\s*[\"']?{kind}[\"']?\s*\]\]", line)]
    if index < len(headers):
        return headers[index]
    words = [str(value) for value in entry.values() if isinstance(value, str) and value] or [kind]
    return next((n for n, line in enumerate(lines, 1) if words[0] in line), 1)
