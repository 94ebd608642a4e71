"""The view of a record for a person: each entry with its offsets, its words, and what is said of it.

It shows whatever fields the record has, in their order, so that a field that is added to a layer is seen here too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mithaq.cli.terminal import Look, isolated, visible

# The span that names an entry of the layer; where it is the entry itself, None.
_HEAD = {
    "timexes": None, "mentions": None, "statements": "content", "commitments": "act", "demands": "act",
    "status_claims": "span", "positions": "target", "presences": "span", "events": "cue", "agreements": "name",
    "issues": "where",
}  # fmt: skip
_HIDDEN = {"id", "found_by", "start", "end", "text"}
_INDENT = " " * 4


def lines(record: dict[str, Any], layers: Sequence[str], look: Look) -> Iterator[str]:
    """The lines of the view of a record (in its JSON form): the document, then the layers that have entries."""
    view = _View(record, look)
    yield from view.document()
    for layer in layers:
        entries = record.get(layer, [])
        if entries:
            yield ""
            yield look.bold(f"  {layer.replace('_', ' ')} ({len(entries)})")
            for entry in entries:
                yield from view.entry(layer, entry)


def entry_lines(record: dict[str, Any], layer: str, entry: dict[str, Any], look: Look) -> Iterator[str]:
    """The lines of one entry."""
    return _View(record, look).entry(layer, entry)


class _View:
    def __init__(self, record: dict[str, Any], look: Look) -> None:
        self.record, self.look = record, look
        self.words: dict[str, str] = {}  # what an id stands for, in words
        for layer in ("timexes", "mentions", "entities", "statements", "commitments", "agreements"):
            head = _HEAD.get(layer)
            for entry in record.get(layer, []):
                span = entry[head] if head else entry
                self.words[entry["id"]] = span.get("text") or span.get("name") or ""
        self.places = {m["id"]: f"{m['start']}:{m['end']}" for m in record.get("mentions", [])}

    def document(self) -> Iterator[str]:
        document = self.record["document"]
        look = self.look
        yield look.bold(visible(document["source"]) or document["id"])
        title = document.get("title")
        if title:
            yield from self._labelled("title", [self._span(title)])
        if document.get("publisher"):
            yield from self._labelled("publisher", [self._text(document["publisher"])])
        published = document["published"]
        day = published["value"] or "not known"
        if published["value"] is None and published["earliest"] and published["latest"]:
            day = f"{published['earliest']} to {published['latest']}"
        known = published["value"] or published["earliest"]
        yield from self._labelled("published", [f"{day} ({published['basis']})" if known else day])
        for reason in published["because"]:
            yield from self._labelled("", [self._text(reason)])
        for repair in document["repairs"]:
            words = f"{self._span(repair)} → {self._text(repair['repaired'])}"
            yield from self._labelled("repair", [words, f"why {visible(repair['why'])}"])
        if document["joins"]:
            places = " ".join(f"{join['start']}:{join['end']}" for join in document["joins"])
            yield from self._labelled("joins", [f"line breaks inside a sentence at {places}"])

    def _labelled(self, label: str, parts: list[str]) -> Iterator[str]:
        first, *rest = self._packed(parts, self.look.width - 14)
        yield f"  {label:<10}  {first}"
        for line in rest:
            yield f"{'':14}{line}"

    def entry(self, layer: str, entry: dict[str, Any]) -> Iterator[str]:
        """Offsets and words, then the other fields; all on one line where they fit."""
        look = self.look
        head = _HEAD.get(layer)
        if layer == "entities":
            place, said = "", entry["name"]
        else:
            span = entry.get(head) if head else entry
            place, said = (f"{span['start']}:{span['end']}", span["text"]) if span else ("–", "")
        fields = list(self._fields(layer, entry, said))
        words = self._wrapped(said)
        margin = look.dim(f"{_INDENT}{place:<11}") + " "
        blank = " " * 16
        parts = self._packed(fields, look.width - 16)
        if len(words) <= 1 and len(parts) <= 1 and sum(map(look.length, [*words, *parts])) + 18 <= look.width:
            yield margin + "  ".join([*words, *parts])
            return
        for line in [*words, *parts]:
            yield margin + line
            margin = blank

    def _fields(self, layer: str, entry: dict[str, Any], said: str) -> Iterator[str]:
        """What there is to say beside the words `said`: not those again, and not days that the value says already."""
        days = [entry.get("earliest"), entry.get("latest")]
        for key, value in entry.items():
            if key in _HIDDEN or key == _HEAD.get(layer) or self.words.get(str(value), value) == said:
                continue
            if key == "mentions":
                yield f"at {' '.join(self.places[name] for name in value if name in self.places)}"
            elif key in ("earliest", "latest"):
                if key == "earliest" and any(days) and days != [entry["value"]] * 2:
                    yield f"days {' … '.join(day or 'open' for day in days)}"
            elif shown := self._value(value):
                yield shown if key == "what" else f"{key} {shown}"

    def _value(self, value: Any) -> str:
        """A value in words; empty for nothing."""
        if value is None or value == [] or value is False or value == "":
            return ""
        if value is True:
            return "yes"
        if isinstance(value, dict):
            if "start" in value:
                return self._span(value)
            if "relation" in value:
                return self._deadline(value)
            return self._actor(value)
        if isinstance(value, list):
            if all(isinstance(part, int) for part in value):
                return "–".join(map(str, value))
            return ", ".join(filter(None, (self._value(part) for part in value)))
        if isinstance(value, str):
            return self._text(self.words.get(value, value)[:80])
        return str(value)

    def _deadline(self, deadline: dict[str, Any]) -> str:
        parts = [deadline["relation"], deadline["value"], deadline["mod"]]
        if deadline["due"] and deadline["due"] != deadline["value"]:
            parts.append(f"(due {deadline['due']})")
        return " ".join(visible(str(part)) for part in parts if part)

    def _actor(self, actor: dict[str, Any]) -> str:
        name = self._text(str(actor.get("name", "")))
        extra = actor.get("role") or actor.get("kind")
        return f"{name} ({self._text(str(extra))})" if extra and extra != actor.get("name") else name

    def _span(self, span: dict[str, Any]) -> str:
        place = f"{span['start']}:{span['end']}"
        return f"{self._text(span['text'])} {self.look.dim(place)}"

    def _text(self, text: str) -> str:
        return isolated(text, self.look.terminal)

    def _wrapped(self, text: str) -> list[str]:
        """The words in lines, each line isolated by itself."""
        import textwrap

        cut = textwrap.wrap(visible(text), self.look.width - 16, break_long_words=True, break_on_hyphens=False)
        return [self._text(line) for line in cut]

    def _packed(self, parts: list[str], width: int) -> list[str]:
        """The parts in as few lines as the width allows."""
        packed: list[str] = []
        for part in parts:
            if packed and self.look.length(packed[-1]) + self.look.length(part) + 3 <= width:
                packed[-1] += " · " + part
            else:
                packed.append(part)
        return packed
