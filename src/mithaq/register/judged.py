"""Judgements: what persons decided about entries, kept apart from what was read and never changed.

A judgement names its target by document, layer and place in the text, so it holds for whatever entry a better reader finds
there. Verbs: `accept` and `reject` an entry; `correct` a field of an entry or of a commitment (`status=…` too); `merge`
entries into one thing, `split` an entry from the others.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from mithaq.register.address import RegisterError
from mithaq.register.features import Node

VERBS = ("accept", "reject", "correct", "merge", "split")
FIELDS = ("due", "status", "act", "bearer", "modality", "claim", "day", "count")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that a judgement speaks of: the entry of a kind that stands in a document at these offsets."""

    document: str
    kind: str
    first: int
    last: int
    name: str = ""

    def holds(self, node: Node) -> bool:
        """Whether a node is what the judgement speaks of: of its kind, with most of its words."""
        if self.kind != node.kind or self.document != node.document:
            return False
        shared = min(self.last, node.last) - max(self.first, node.first)
        return shared > 0 and shared * 2 >= min(self.last - self.first, node.last - node.first)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: who (`signed`), on which day, what (`verb`), about what (`targets`), with which value."""

    id: str
    verb: str
    day: str
    signed: str
    targets: tuple[Anchor, ...]
    field: str | None
    value: str | None
    note: str | None

    def row(self) -> dict[str, Any]:
        """The row of the table of judgements."""
        target = [[a.document, a.kind, a.first, a.last, a.name] for a in self.targets]
        value = None if self.field is None else json.dumps([self.field, self.value], ensure_ascii=False)
        return {
            "id": self.id, "verb": self.verb, "day": self.day, "signed": self.signed,
            "target": json.dumps(target, ensure_ascii=False), "value": value, "note": self.note,
        }  # fmt: skip

    @classmethod
    def of_row(cls, row: Any) -> Judgement:
        """The judgement that a row holds."""
        name, value = json.loads(row.value) if row.value else (None, None)
        targets = tuple(Anchor(*a) for a in json.loads(row.target))
        return cls(row.id, row.verb, row.day, row.signed, targets, name, value, row.note)

    @classmethod
    def make(
        cls,
        verb: str,
        day: str,
        signed: str,
        targets: tuple[Anchor, ...],
        field: str | None,
        value: str | None,
        note: str | None,
    ) -> Judgement:
        """A new judgement; its id is of its content, so giving it twice changes nothing."""
        if not signed.strip():
            raise RegisterError("a judgement needs a name", where=verb, todo="give --by NAME")
        if field is not None and field not in FIELDS:
            raise RegisterError(
                f"{field!r} cannot be corrected", where=verb, todo=f"correct one of {', '.join(FIELDS)}"
            )
        content = json.dumps(
            [verb, day, signed, [[a.document, a.kind, a.first, a.last, a.name] for a in targets], field, value, note]
        )
        return cls(
            "j-" + hashlib.sha256(content.encode()).hexdigest()[:10], verb, day, signed, targets, field, value, note
        )

    def to_json(self) -> dict[str, Any]:
        """The form that is printed."""
        return {
            "id": self.id, "verb": self.verb, "day": self.day, "by": self.signed, "field": self.field, "value": self.value,
            "note": self.note,
            "targets": [{"document": a.document, "kind": a.kind, "start": a.first, "end": a.last, "name": a.name} for a in self.targets],
        }  # fmt: skip


class Judged:
    """All judgements of a register, in the order in which they count: by day, then by their own order."""

    def __init__(self, found: list[Judgement]) -> None:
        self.all = found
        self._by_document: dict[str, list[Judgement]] = {}
        for j in found:
            for document in dict.fromkeys(a.document for a in j.targets):
                self._by_document.setdefault(document, []).append(j)

    def about(self, node: Node) -> list[Judgement]:
        """The judgements that speak of a node."""
        found = self._by_document.get(node.document)
        return [] if found is None else [j for j in found if any(a.holds(node) for a in j.targets)]

    def corrected(self, node: Node) -> Node:
        """The node with what was decided about it: the corrections that its own features can take, and whether (and since
        when) it is accepted or rejected. What was read stays in the entry."""
        for j in self.about(node):
            if j.verb in ("accept", "reject"):
                node.features.pop("accept", None)
                node.features.pop("reject", None)
                node.features[j.verb] = j.day
            if j.verb != "correct" or j.value is None:
                continue
            if j.field == "bearer":
                names = [n.strip() for n in j.value.split(";") if n.strip()]
                node.features["bearer"] = [{"name": n, "label": "", "roles": [], "entity": None} for n in names]
            elif j.field in ("modality", "claim", "day", "count") and j.field in node.features:
                node.features[j.field] = int(j.value) if j.field == "count" else j.value
        return node

    def partners(self, node: Node) -> list[Anchor]:
        """The places that a person joined with this node."""
        return [a for j in self.about(node) if j.verb == "merge" for a in j.targets if not a.holds(node)]

    def parted(self, node: Node) -> bool:
        """Whether a person parted this node from others."""
        return any(j.verb == "split" for j in self.about(node))

    def together(self, a: Node, b: Node) -> bool:
        """Whether the last word on two nodes is that they are one."""
        return self._last(a, b) == "merge"

    def apart(self, a: Node, b: Node) -> bool:
        """Whether the last word on two nodes is that they are two."""
        return self._last(a, b) == "split"

    def _last(self, a: Node, b: Node) -> str | None:
        if not self._by_document:
            return None
        word = None
        mine, theirs = self.about(a), self.about(b)
        if not mine and not theirs:
            return None
        for j in self.all:
            if j.verb == "merge" and j in mine and j in theirs:
                word = "merge"
            elif j.verb == "split" and (j in mine) != (j in theirs):
                word = "split"
        return word
