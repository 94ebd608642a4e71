"""Citations: the law that every quote of a record stands at its offsets, and what else must hold of a record.

A record is checked in its JSON form (`docs/record.md`), so that records from anywhere can be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mithaq.document import Document

# The layers whose entries have ids; what refers to an id names the layer in which it must be found.
LAYERS = (
    "timexes", "mentions", "entities", "statements", "commitments", "demands", "status_claims", "positions",
    "presences", "events", "agreements",
)  # fmt: skip
_REFERENCES = {
    "anchor": "timexes", "timex": "timexes", "said": "timexes", "date": "timexes", "since": "timexes",
    "time": "timexes", "entity": "entities", "place": "entities", "mentions": "mentions", "statement": "statements",
    "within": "statements", "agreement": "agreements", "commitments": "commitments",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: `path` says where in the record (`statements[2].content`), `what` says what."""

    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what}" if self.path else self.what


@dataclass(slots=True)
class Checked:
    """What a check gives: how many spans were compared with the text, and everything that is wrong."""

    spans: int = 0
    problems: list[Problem] = field(default_factory=list)


def check(record: Any) -> Checked:
    """What is wrong with a record in its JSON form: nothing, if the record is sound.

    Every span must hold the words that the document's text has at its offsets (code points, half open), the document's
    id must be that of its text, ids must be unique, and what refers to an entry must find it in the record. A layer
    that the record leaves out is not checked, nor are references into it.
    """
    checked = Checked()
    wrong = checked.problems
    document = record.get("document") if isinstance(record, dict) else None
    text = document.get("text") if isinstance(document, dict) else None
    if not isinstance(record, dict) or not isinstance(document, dict) or not isinstance(text, str):
        wrong.append(Problem("document.text", "there is no text: this is not a record"))
        return checked
    identity = Document(text).id
    if document.get("id") != identity:
        wrong.append(Problem("document.id", f"is {document.get('id')!r}, the text has the id {identity!r}"))
    for path, node in objects(record, ""):
        if "start" in node or "end" in node:
            checked.spans += 1
            what = _span(node, text)
            if what:
                wrong.append(Problem(path, what))
    ids = _ids(record, wrong)
    for layer in LAYERS:
        for path, node in objects(record.get(layer, []), layer):
            wrong.extend(_unresolved(path, node, ids))
    return checked


def objects(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object inside a JSON value, with the path to it."""
    todo = [(path, value)]  # a stack, not recursion: a file from outside may be nested deeply
    while todo:
        path, value = todo.pop()
        if isinstance(value, dict):
            yield path, value
            inner = [(f"{path}.{key}" if path else str(key), part) for key, part in value.items()]
        elif isinstance(value, list):
            inner = [(f"{path}[{n}]", part) for n, part in enumerate(value)]
        else:
            continue
        todo.extend(reversed(inner))


def _span(node: dict[str, Any], text: str) -> str | None:
    """What is wrong with a span; one that has no words of its own (a join) need only lie in the text."""
    start, end = node.get("start"), node.get("end")
    if type(start) is not int or type(end) is not int:
        return f"its offsets are {start!r} and {end!r}, not two whole numbers"
    if not 0 <= start < end <= len(text):
        return f"no words at {start}:{end} in a text of {len(text)} code points"
    if "text" in node and node["text"] != text[start:end]:
        return f"says {_short(node['text'])} at {start}:{end}, the text has {_short(text[start:end])}"
    return None


def _short(value: Any) -> str:
    said = repr(value)
    return said if len(said) <= 60 else said[:57] + "…" + said[0]


def _ids(record: dict[str, Any], wrong: list[Problem]) -> dict[str, set[str]]:
    """The ids of each layer that the record has; what is wrong with them goes to `wrong`."""
    ids: dict[str, set[str]] = {}
    seen: dict[str, str] = {}
    for layer in LAYERS:
        if layer not in record:
            continue
        ids[layer] = set()
        entries = record[layer]
        if not isinstance(entries, list):
            wrong.append(Problem(layer, "is not a list"))
            continue
        for n, entry in enumerate(entries):
            path = f"{layer}[{n}]"
            name = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(name, str) or not name:
                wrong.append(Problem(path, "has no id"))
                continue
            if name in seen:
                wrong.append(Problem(f"{path}.id", f"{name!r} is also the id of {seen[name]}"))
            seen[name] = path
            ids[layer].add(name)
    return ids


def _unresolved(path: str, node: dict[str, Any], ids: dict[str, set[str]]) -> Iterator[Problem]:
    """The references of one object that find no entry."""
    for key, layer in _REFERENCES.items():
        value = node.get(key)
        if value is None or layer not in ids:
            continue
        for name in value if isinstance(value, list) else [value]:
            if isinstance(name, str) and name not in ids[layer] and not (key == "anchor" and name == "published"):
                yield Problem(f"{path}.{key}", f"there is no {name!r} among the {layer}")
