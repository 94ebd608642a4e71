"""Putting matters together: the cached JSON of each whole, its phases and its dated happenings, from the tables of nodes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from mithaq.register import matters
from mithaq.register.features import Node
from mithaq.register.judged import Judged
from mithaq.register.lifecycle import phases
from mithaq.register.likeness import view
from mithaq.register.matters import Report
from mithaq.register.resolve import Resolver, node_of, rivals
from mithaq.register.schema import copies, happenings, keys, links, nodes, readings, wholes
from mithaq.register.schema import phases as phase_table

_SPREAD = frozenset({"cancelled", "withdrawn", "suspended", "entered-into-force", "signed"})


class Assembler:
    """Puts wholes together again inside one transaction."""

    def __init__(self, connection: Connection, judged: Judged, resolver: Resolver) -> None:
        self.connection, self.judged, self.resolver = connection, judged, resolver
        self._reports: dict[str, Report] = {}
        self._of: dict[str, list[Node]] = {}
        self._by_id: dict[str, Node] = {}
        self._claims: dict[str, list[Node]] = {}
        self._effects: dict[str, list[Any]] = {}

    def put(self, dirty: Iterable[str]) -> None:
        """Makes the rows of some wholes anew, and of the commitments that an agreement among them tells something new."""
        todo = {w for w in dirty if w[0] in "cap"}
        if not todo:
            return
        self._gather(sorted(todo))
        more = self._spread(sorted(w for w in todo if w[0] == "a")) - todo
        if more:
            self._gather(sorted(more))
            todo |= more
        for table, column in (
            (wholes, wholes.c.id),
            (phase_table, phase_table.c.whole),
            (happenings, happenings.c.whole),
        ):
            for chunk in _chunks(sorted(todo)):
                self.connection.execute(delete(table).where(column.in_(chunk)))
        self._gather_around(sorted(w for w in todo if w[0] == "c"))
        rows: list[dict[str, Any]] = []
        stages: list[dict[str, Any]] = []
        dated: list[dict[str, Any]] = []
        for whole in sorted(todo):
            found = self._of.get(whole)
            if found:
                row, here, days = self._one(whole, found)
                rows.append(row)
                stages += here
                dated += days
        for table, made in ((wholes, rows), (phase_table, stages), (happenings, dated)):
            if made:
                self.connection.execute(insert(table), made)

    def _gather(self, todo: list[str]) -> None:
        """Loads the nodes of wholes, many at a time."""
        for w in todo:
            self._of[w] = []
        for chunk in _chunks(todo):
            for node in self._nodes(nodes.c.whole.in_(chunk)):
                self._of[str(node.whole)].append(node)
                self._by_id[node.id] = node

    def _gather_around(self, todo: list[str]) -> None:
        """Loads what commitments look at: their agreements, the claims on both, and the reports of all these."""
        above = {
            f"{n.document}:{n.features['agreement_entry']}"
            for w in todo
            for n in self._of[w]
            if n.features["agreement_entry"]
        }
        for chunk in _chunks(sorted(above - set(self._by_id))):
            self._by_id.update((n.id, n) for n in self._nodes(nodes.c.id.in_(chunk)))
        agreements = {str(self._by_id[a].whole) for a in above if a in self._by_id}
        self._gather(sorted(agreements - set(self._of)))
        self._gather_claims([n.id for w in [*todo, *agreements] for n in self._of[w]])
        self._reports_of([n for found in self._of.values() for n in found])

    def _gather_claims(self, targets: list[str]) -> None:
        missing = [t for t in targets if t not in self._claims]
        bound: dict[str, list[str]] = {t: [] for t in missing}
        for chunk in _chunks(missing):
            for row in self.connection.execute(select(links.c.node, links.c.claim).where(links.c.node.in_(chunk))):
                bound[row.node].append(row.claim)
        ids = sorted({c for found in bound.values() for c in found})
        made: dict[str, Node] = {}
        for chunk in _chunks(ids):
            made.update((n.id, n) for n in self._nodes(nodes.c.id.in_(chunk)))
        self._claims.update((t, [made[c] for c in sorted(found)]) for t, found in bound.items())
        self._reports_of(made.values())

    def _spread(self, agreements: list[str]) -> set[str]:
        """The commitments to which something changes when these agreements do: all of an agreement whose parties or whose
        claims are not what they were, and those whose own mention of it has come to it now."""
        own = {a: self._of[a] for a in agreements}
        self._gather_claims([n.id for found in own.values() for n in found])
        old: dict[str, Any] = {}
        for chunk in _chunks(agreements):
            rows = self.connection.execute(select(wholes.c.id, wholes.c.agreement).where(wholes.c.id.in_(chunk)))
            old.update((r.id, json.loads(r.agreement)) for r in rows)
        wanted: set[str] = set()
        for a, found in own.items():
            before = old.get(a) or {"nodes": [], "effect": None}
            here = [n.id for n in found]
            effect = self._effect(found)
            if effect != before["effect"]:
                wanted |= set(here) | set(before["nodes"])
            else:
                wanted |= set(here) ^ set(before["nodes"])
            self._effects[a] = effect
        reached: set[str] = set()
        for chunk in _chunks(sorted(wanted)):
            reached |= {w for w in self.connection.execute(_UNDER, {"agreements": chunk}).scalars() if w}
        return reached

    def _effect(self, found: list[Node]) -> list[Any]:
        """What an agreement tells its commitments: its parties, and the claims on it that reach them."""
        claims = {c.id: c for n in found for c in self._claims.get(n.id, ()) if c.features["claim"] in _SPREAD}
        reports = self._reports_of(claims.values())
        parties = sorted({json.dumps(p, ensure_ascii=False, sort_keys=True) for n in found for p in _plain(n)})
        return [
            parties,
            [[c.id, c.features, repr(reports[c.document])] for c in sorted(claims.values(), key=lambda c: c.id)],
        ]

    def _one(self, whole: str, found: list[Node]) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
        kind = found[0].kind
        reports = self._reports_of(found)
        if kind == "agreement":
            data = matters.agreement(whole, found, reports)
            row = _row(kind, data, data["name"], found)
            return (
                {**row, "agreement": json.dumps({"nodes": [n.id for n in found], "effect": self._effects[whole]})},
                [],
                [_happening(whole, s["day"] or s["published"], s["stage"], s, s["stage"]) for s in data["mentions"]],
            )
        if kind == "presence":
            data = matters.presence(whole, found, reports)
            return (
                _row(kind, data, data["force"], found),
                [],
                [_happening(whole, m["published"], "presence", m, json.dumps(m["count"])) for m in data["mentions"]],
            )
        return self._commitment(whole, found, reports)

    def _commitment(
        self, whole: str, found: list[Node], reports: dict[str, Report]
    ) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
        claims = [(c, "commitment") for c in self._bound([n.id for n in found])]
        own = {c.id for c, _ in claims}
        under, parties = self._agreement(found)
        entries = {f"{n.document}:{n.features['agreement_entry']}" for n in found if n.features["agreement_entry"]}
        near = {c.id for c in self._bound(sorted(entries & set(under)))}
        for c in self._bound(under):
            # What became of an agreement before a commitment was first told under it became of an earlier agreement.
            if c.features.get("former"):
                continue
            told = (c.features["day"] or c.published) >= found[0].published
            if c.id not in own and c.features["claim"] in _SPREAD and (told or c.id in near):
                claims.append((c, "agreement"))
        judged = self._judged(found)
        dates = [self._by_id[n].features["date"] for n in under if self._by_id[n].features["date"]]
        since = min((d for d in dates if len(d) >= 4 and d[:4].isdigit()), default=None)
        data = matters.commitment(whole, found, claims, reports, parties, judged, self._rival(found), since)
        here = phases(data)
        due = _due(data)
        row = _row("commitment", data, data["act"], found) | {"due": due, "agreement": data["agreement"]}
        stages = [
            {"whole": whole, "first": first, "last": last, "status": s.status, "barometer": s.barometer}
            for first, last, s in here
        ]
        first = data["mentions"][0]
        dated = [_happening(whole, first["published"], "undertaken", first, data["modality"])]
        if due:
            dated.append(_happening(whole, due, "due", first, data["act"]))
        dated += [
            _happening(whole, c["day"] or c["published"], c["claim"], c, "; ".join(c["by"]))
            for c in data["claims"] if c["scope"] == "commitment"
        ]  # fmt: skip
        return row, stages, dated

    def _agreement(self, found: list[Node]) -> tuple[list[str], list[dict[str, Any]]]:
        """The nodes of the agreement that commitments stand under, and its parties."""
        own = [f"{n.document}:{n.features['agreement_entry']}" for n in found if n.features["agreement_entry"]]
        counts = Counter(str(self._by_id[a].whole) for a in own if a in self._by_id)
        # What became of an agreement counts where most mentions put the commitment under it, not where one report does.
        above = sorted(w for w, n in counts.items() if 2 * n >= len(own) and 3 * n >= len(found))
        all_of = sorted((n for w in above for n in self._of[w]), key=lambda n: (*n.order, n.id))
        return [n.id for n in all_of], [p for n in all_of for p in _plain(n)]

    def _rival(self, found: list[Node]) -> tuple[Node, Report] | None:
        """The first mention of a later commitment that takes the place of this one: the same act with another number."""
        if not any(view(n).numbers for n in found):
            return None
        last = max(n.published for n in found)
        best: Node | None = None
        for n in found:
            for other in self.resolver.candidates(n, "commitment"):
                if other.whole != n.whole and other.published > last and rivals(n, other) and (
                    best is None or other.order < best.order
                ):  # fmt: skip
                    best = other
        return (best, self._reports_of([best])[best.document]) if best else None

    def _judged(self, found: list[Node]) -> list[dict[str, Any]]:
        """What persons decided of the whole: its status, its day."""
        made: dict[str, dict[str, Any]] = {}
        for n in found:
            for j in self.judged.about(n):
                if j.verb == "correct" and j.field in ("status", "due"):
                    made[j.id] = {
                        "id": j.id,
                        "day": j.day,
                        "signed": j.signed,
                        "field": j.field,
                        "value": j.value,
                        "note": j.note,
                    }
        order = {j.id: n for n, j in enumerate(self.judged.all)}
        return sorted(made.values(), key=lambda j: order[j["id"]])

    def _bound(self, targets: Sequence[str]) -> list[Node]:
        found = {c.id: c for t in targets for c in self._claims.get(t, ())}
        return sorted(found.values(), key=lambda n: (*n.order, n.id))

    def _nodes(self, where: Any) -> list[Node]:
        found = [node_of(row) for row in self.connection.execute(select(nodes).where(where))]
        return sorted(found, key=lambda n: (*n.order, n.id))

    def _reports_of(self, found: Iterable[Node]) -> dict[str, Report]:
        wanted = sorted({n.document for n in found} - set(self._reports))
        for start in range(0, len(wanted), 500):
            rows = self.connection.execute(_REPORTS, {"documents": wanted[start : start + 500]})
            self._reports.update(
                (r.document, Report(r.document, r.source, r.published, r.publisher, r.original)) for r in rows
            )
        return self._reports


def _plain(node: Node) -> list[dict[str, Any]]:
    """The parties of an agreement as one report gives them, without what only that report knows them by."""
    return [{**p, "entity": None} for p in node.features["bearer"]]


def _chunks(found: list[str], size: int = 500) -> Iterable[list[str]]:
    for start in range(0, len(found), size):
        yield found[start : start + size]


def _row(kind: str, data: dict[str, Any], name: str, found: list[Node]) -> dict[str, Any]:
    return {
        "id": data["id"], "kind": kind, "name": name, "published": found[0].published, "due": None, "agreement": None,
        "mentions": len(found), "data": json.dumps(data, ensure_ascii=False),
    }  # fmt: skip


def _due(data: dict[str, Any]) -> str | None:
    """The day it is due as everything is known."""
    from mithaq.register.case import Case

    return Case(data, "9999-12-31", "9999-12-31").due


def _happening(whole: str, day: str | None, kind: str, words: dict[str, Any], note: str) -> dict[str, Any]:
    return {
        "day": day or "", "kind": kind, "whole": whole, "document": words["document"], "first": words["start"],
        "last": words["end"], "words": words["text"], "note": note,
    }  # fmt: skip


# The commitments under an agreement: those whose mentions name one of its nodes.
_UNDER = select(nodes.c.whole).where(
    nodes.c.id.in_(
        select(keys.c.node).where((keys.c.kind == "under") & keys.c.key.in_(bindparam("agreements", expanding=True)))
    )
)
_REPORTS = (
    select(readings.c.document, readings.c.source, readings.c.published, readings.c.publisher, copies.c.original)
    .select_from(readings.outerjoin(copies, copies.c.document == readings.c.document))
    .where(readings.c.document.in_(bindparam("documents", expanding=True)))
)
