"""Identity across reports, kept up to date in the tables as documents come and go.

What is resolved is a pure function of the nodes in the register and of the judgements: a new document touches only the
components that its nodes are alike to, and those are clustered again as a whole. So the order of arrival changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from mithaq.register.cluster import Clusters
from mithaq.register.features import Node, around
from mithaq.register.judged import Judged
from mithaq.register.likeness import CLAIM, LINK, compare, fits, view
from mithaq.register.matters import identity
from mithaq.register.schema import keys, links, nodes

_PART = "component "
_KINDS = ("agreement", "commitment", "presence")
_CHUNK = 500


class Resolver:
    """The nodes of a register inside one transaction: put in, taken out, then `settle`d."""

    def __init__(self, connection: Connection, judged: Judged) -> None:
        self.connection, self.judged = connection, judged
        self.dirty: set[str] = set()
        self._new: list[Node] = []
        self._components: set[str] = set()
        self._orphans: set[str] = set()  # claims whose target is gone
        self._seen: dict[str, Node] = {}
        self._posting: dict[str, dict[str, list[str]]] = {}  # key -> kind -> nodes, as far as it was asked for

    # --- in and out
    def insert(self, made: Iterable[Node]) -> None:
        """Puts the nodes of a document in."""
        found = [self.judged.corrected(n) for n in made]
        if not found:
            return
        self._seen.update((n.id, n) for n in found)
        for n in found:
            if n.kind in ("claim", "event"):
                n.whole = identity("claim", n.id)
        self.connection.execute(insert(nodes), [n.row() for n in found])
        rows = [{"kind": n.kind, "key": k, "node": n.id} for n in found for k in dict.fromkeys(n.keys)]
        rows += [
            {"kind": "under", "key": f"{n.document}:{n.features['agreement_entry']}", "node": n.id}
            for n in found if n.features.get("agreement_entry")
        ]  # fmt: skip
        if rows:
            self.connection.execute(insert(keys), rows)
        self._new += found
        self._posting = {}

    def retract(self, document: str) -> None:
        """Takes the nodes of a document out."""
        gone = self._load((nodes.c.document == document) & (nodes.c.kind != "actor"))
        ids = [n.id for n in gone]
        for n in gone:
            if n.kind == "commitment" and view(n).numbers:
                self.dirty |= {o.whole for o in self.candidates(n, "commitment") if o.whole and rivals(n, o)}
        for chunk in _chunks(ids):
            self._orphans |= set(
                self.connection.execute(select(links.c.claim).where(links.c.node.in_(chunk))).scalars()
            )
            self.connection.execute(delete(links).where(links.c.node.in_(chunk) | links.c.claim.in_(chunk)))
            self.connection.execute(delete(keys).where(keys.c.node.in_(chunk)))
            self.connection.execute(delete(nodes).where(nodes.c.id.in_(chunk)))
        self._posting = {}
        self._orphans -= set(ids)
        self._components |= {n.component for n in gone if n.component}
        self.dirty |= {n.whole for n in gone if n.whole}
        for one in ids:
            self._seen.pop(one, None)

    def touch(self, node: str) -> None:
        """Has the component of a node clustered again (a judgement changed)."""
        self._components |= {n.component for n in self._load(nodes.c.id == node) if n.component}

    # --- settling
    def settle(self) -> set[str]:
        """Resolves what has changed; returns the ids of the wholes that must be put together again (or are gone)."""
        self._ask({k for n in self._new for k in around(n.keys)})
        self._by_id(sorted({i for kinds in self._posting.values() for found in kinds.values() for i in found}))
        for kind in _KINDS:
            self._settle(kind)
        self._claims()
        self._new, self._components, self._orphans = [], set(), set()
        return self.dirty

    def _settle(self, kind: str) -> None:
        """Clusters the new nodes of a kind with the components that they are alike to: each group by itself."""
        new = [n for n in self._new if n.kind == kind]
        fresh = {n.id for n in new}
        groups = _Groups()
        for component in self._components:
            groups.find(_PART + component)
        for node in new:
            mine = view(node)
            groups.find(node.id)
            for other in self.candidates(node, kind):
                if other.id not in fresh and rivals(node, other) and other.whole:
                    self.dirty.add(other.whole)
                there = other.id if other.component is None else _PART + other.component
                if groups.find(there) != groups.find(node.id) and compare(mine, view(other))[0] >= LINK:
                    groups.join(node.id, there)
        # A person may have joined what no likeness joins: the other side comes along.
        members: dict[str, Node] = {}
        todo = list(groups)
        while todo:
            loaded = [self._seen[i] for i in todo if not i.startswith(_PART)]
            loaded += self._members(kind, sorted(i[len(_PART) :] for i in todo if i.startswith(_PART)))
            known = set(groups)
            for n in loaded:
                members[n.id] = n
                if n.component is not None:
                    groups.join(n.id, _PART + n.component)
                for p in self._partners(n):
                    if p.kind == kind:
                        groups.join(n.id, p.id if p.component is None else _PART + p.component)
            todo = sorted(i for i in set(groups) - known if i not in members)
        parts: dict[str, list[Node]] = {}
        for n in sorted(members.values(), key=lambda n: (*n.order, n.id)):
            parts.setdefault(groups.find(n.id), []).append(n)
        changed = [row for part in parts.values() for row in self._cluster(kind, part)]
        if changed:
            self.connection.execute(_PLACE, changed)

    def _cluster(self, kind: str, part: list[Node]) -> Iterable[dict[str, Any]]:
        """Clusters some nodes; gives the rows of those that are elsewhere than before."""
        for n in part:
            if self.judged.partners(n) or self.judged.parted(n):
                n.features["judged"] = True
        clusters = Clusters(part, self.judged.together, self.judged.apart)
        component = {n.id: group[0].id for group in clusters.components() for n in group}
        for group in clusters.wholes():
            whole = identity(kind, group[0].id)
            why = clusters.why(group)
            for n in group:
                reasons = json.dumps(why[n.id], ensure_ascii=False) if n.id in why else None
                if (n.component, n.whole, n.reasons) != (component[n.id], whole, reasons):
                    self.dirty |= {w for w in (n.whole, whole) if w}
                    n.component, n.whole, n.reasons = component[n.id], whole, reasons
                    yield {"b_id": n.id, "component": n.component, "whole": whole, "reasons": reasons}

    def _partners(self, node: Node) -> list[Node]:
        """The nodes that a person joined with a node."""
        found: list[Node] = []
        for anchor in self.judged.partners(node):
            here = self._load((nodes.c.document == anchor.document) & (nodes.c.kind == anchor.kind))
            found += [n for n in here if anchor.holds(n)]
        return found

    def _claims(self) -> None:
        """Binds claims to what they are about: each to the commitment and to the agreement that it fits best."""
        fresh = [n for n in self._new if n.kind in ("claim", "event")]
        again = self._by_id(sorted(self._orphans))
        done = {n.id for n in fresh} | {n.id for n in again}
        for claim in again:  # one of its targets may still stand
            for row in self.connection.execute(select(links).where(links.c.claim == claim.id)).all():
                self.dirty |= {n.whole for n in self._by_id([row.node]) if n.whole}
            self.connection.execute(delete(links).where(links.c.claim == claim.id))
        for claim in [*fresh, *again]:
            for kind in ("commitment", "agreement") if claim.kind == "claim" else ("commitment",):
                best = self._best(claim, self.candidates(claim, kind))
                self._bind(claim, kind, best)
        pairs = [
            (claim, target)
            for target in self._new if target.kind in ("commitment", "agreement")
            for claim in [
                *self.candidates(target, "claim"),
                *(self.candidates(target, "event") if target.kind == "commitment" else ()),
            ]
            if claim.id not in done
        ]  # fmt: skip
        bound: dict[tuple[str, str], str] = {}
        for chunk in _chunks(sorted({c.id for c, _ in pairs})):
            for row in self.connection.execute(select(links).where(links.c.claim.in_(chunk))):
                bound[row.claim, row.kind] = row.node
        for claim, target in pairs:
            now = bound.get((claim.id, target.kind))
            best = self._best(claim, [target, *(self._by_id([now]) if now else [])])
            if best and best[0].id != now:
                self._bind(claim, target.kind, best, now)
                bound[claim.id, target.kind] = best[0].id

    def _best(self, claim: Node, others: list[Node]) -> tuple[Node, float, list[str]] | None:
        mine = view(claim)
        best: tuple[Node, float, list[str]] | None = None
        for other in others:
            score, reasons = fits(mine, view(other))
            if other.published > claim.published:
                score *= 0.8  # what is spoken of is rather something that was reported before
            elif other.document == claim.document:
                score += 0.05
            if _names(claim, other):
                score, reasons = 1.0, ["named there"]
            score = round(score, 4)
            if score < CLAIM:
                continue
            if best is None or (-score, other.order, other.id) < (-best[1], best[0].order, best[0].id):
                best = (other, score, reasons)
        return best

    def _bind(self, claim: Node, kind: str, best: tuple[Node, float, list[str]] | None, old: str | None = None) -> None:
        if old:
            self.dirty |= {n.whole for n in self._by_id([old]) if n.whole}
            self.connection.execute(delete(links).where((links.c.claim == claim.id) & (links.c.kind == kind)))
        if best:
            node, score, reasons = best
            row = {
                "claim": claim.id,
                "kind": kind,
                "node": node.id,
                "reasons": json.dumps([score, reasons], ensure_ascii=False),
            }
            self.connection.execute(insert(links), [row])
            if node.whole:
                self.dirty.add(node.whole)

    # --- reading nodes
    def candidates(self, node: Node, kind: str) -> list[Node]:
        """The nodes of a kind that share a key with a node, itself not among them."""
        if not node.keys:
            node.keys = list(
                self.connection.execute(
                    select(keys.c.key).where((keys.c.node == node.id) & (keys.c.kind == node.kind))
                ).scalars()
            )
        wanted = around(node.keys)
        self._ask(set(wanted))
        ids = {i for k in wanted for i in self._posting[k].get(kind, ())}
        ids.discard(node.id)
        return self._by_id(sorted(ids))

    def _ask(self, wanted: set[str]) -> None:
        """Finds out which nodes stand under keys, each key once."""
        missing = sorted(k for k in wanted if k not in self._posting)
        for chunk in _chunks(missing):
            self._posting.update((k, {}) for k in chunk)
            for row in self.connection.execute(_KEYED, {"keys": chunk}):
                self._posting[row.key].setdefault(row.kind, []).append(row.node)

    def _members(self, kind: str, components: list[str]) -> list[Node]:
        found: list[Node] = []
        for chunk in _chunks(components):
            found += self._load(nodes.c.component.in_(chunk) & (nodes.c.kind == kind))
        return found

    def _by_id(self, ids: list[str]) -> list[Node]:
        missing = [i for i in ids if i not in self._seen]
        for chunk in _chunks(missing):
            self._load(nodes.c.id.in_(chunk))
        return [self._seen[i] for i in ids if i in self._seen]

    def _load(self, where: Any) -> list[Node]:
        """Nodes from the table; one object a node, so that what is settled is seen everywhere."""
        found = []
        for row in self.connection.execute(select(nodes).where(where)):
            node = self._seen.get(row.id)
            if node is None:
                node = node_of(row)
                self._seen[row.id] = node
            found.append(node)
        return found


class _Groups:
    """Things in groups that grow together."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._parent)

    def find(self, one: str) -> str:
        """What stands for the group of a thing (which is alone where it was not known)."""
        parent = self._parent
        root = parent.setdefault(one, one)
        while parent[root] != root:
            parent[root] = parent[parent[root]]
            root = parent[root]
        return root

    def join(self, one: str, two: str) -> None:
        """Makes the groups of two things one."""
        self._parent[self.find(one)] = self.find(two)


def node_of(row: Any) -> Node:
    """A node from its row. Its keys stay in their own table."""
    return Node(
        row.id, row.kind, row.document, row.entry, row.published, row.first, row.last, json.loads(row.features), [],
        row.component, row.whole, row.reasons,
    )  # fmt: skip


def _names(claim: Node, other: Node) -> bool:
    """Whether the words that a claim is about are those by which its own report names an agreement."""
    about = claim.features["about"]
    return (
        other.kind == "agreement" and other.document == claim.document
        and about["start"] < other.last and other.first < about["end"]
    )  # fmt: skip


def rivals(a: Node, b: Node) -> bool:
    """Whether two commitments are alike but for their numbers: the later may take the place of the earlier."""
    from mithaq.register.likeness import words_alike

    if a.kind != "commitment" or b.kind != "commitment" or a.published == b.published:
        return False
    x, y = view(a), view(b)
    if not x.numbers or not y.numbers or x.numbers & y.numbers or (x.scene and y.scene and not x.scene & y.scene):
        return False
    return words_alike(x.tokens, y.tokens) >= 0.6


def _chunks(found: list[Any]) -> Iterable[list[Any]]:
    for start in range(0, len(found), _CHUNK):
        yield found[start : start + _CHUNK]


_KEYED = select(keys).where(
    keys.c.kind.in_(("commitment", "agreement", "claim", "event", "presence"))
    & keys.c.key.in_(bindparam("keys", expanding=True))
)
_PLACE = (
    update(nodes)
    .where(nodes.c.id == bindparam("b_id"))
    .values(component=bindparam("component"), whole=bindparam("whole"), reasons=bindparam("reasons"))
)
