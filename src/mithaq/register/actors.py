"""Actors across reports: which names are one person, body or state.

The nodes are the distinct names (by their key), not their mentions, so that a name said ten thousand times weighs as much
as one said once. A full name is joined with the spellings of it; a single word only where it fits one full name and no
other. Judgements join and part names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from mithaq.register.judged import Judged
from mithaq.register.matters import identity
from mithaq.register.names import Name, name, same
from mithaq.register.schema import appearances, keys, nodes

SURE = 0.75


def appear(connection: Connection, record: dict[str, Any], published: str) -> set[str]:
    """Notes who appears in a report, also those who only say or must do something; returns the keys of the names."""
    document = record["document"]["id"]
    mentions = {m["id"]: m for m in record.get("mentions", [])}
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for entity in record.get("entities", []):
        if entity["label"] not in ("person", "organization", "place"):
            continue
        own = [mentions[m] for m in entity.get("mentions", ()) if m in mentions]
        roles = sorted({m["role"] for m in own if m.get("role")})
        first = min(own, key=lambda m: m["start"], default=None)
        key = name(entity["name"], entity["label"]).key
        rows[key, entity["id"]] = {
            "name": key, "document": document, "entity": entity["id"], "published": published,
            "first": first["start"] if first else 0, "last": first["end"] if first else 0, "shown": entity["name"],
            "roles": json.dumps(roles, ensure_ascii=False),
        }  # fmt: skip
    for actor in _parties(record):
        if actor.get("entity") or actor["name"] == "document":
            continue
        key = name(actor["name"], "").key
        if key.partition(":")[0] not in ("state", "org"):
            continue  # a source without a name is somebody else in every report
        span = actor.get("mention") or {"start": 0, "end": 0}
        rows.setdefault((key, ""), {
            "name": key, "document": document, "entity": "", "published": published, "first": span["start"],
            "last": span["end"], "shown": actor["name"], "roles": json.dumps([actor["role"]] if actor.get("role") else []),
        })  # fmt: skip
    if rows:
        connection.execute(insert(appearances), list(rows.values()))
    return {key for key, _ in rows}


def unsettled(connection: Connection, record: dict[str, Any], published: str, names: set[str]) -> set[str]:
    """The names of a new report that must be resolved: the new ones, and those that it is now the first to give."""
    document = record["document"]["id"]
    ids = sorted(f"actor:{n}" for n in names)
    known: dict[str, tuple[str, str]] = {}
    for start in range(0, len(ids), 500):
        rows = connection.execute(_KNOWN, {"ids": ids[start : start + 500]})
        known.update((r.id[6:], (r.published, r.document)) for r in rows)
    return {n for n in names if n not in known or (published, document) <= known[n]}


def _parties(record: dict[str, Any]) -> Iterable[dict[str, Any]]:
    for layer, fields in (
        ("statements", ("source",)), ("commitments", ("bearer", "beneficiary")), ("status_claims", ("by",)),
        ("positions", ("holder",)), ("agreements", ("parties",)), ("demands", ("by", "addressee")),
    ):  # fmt: skip
        for entry in record.get(layer, []):
            for f in fields:
                for actor in entry.get(f) or ():
                    yield {"name": actor} if isinstance(actor, str) else actor


def label_of(key: str) -> str:
    """The label that a key of a name tells."""
    head = key.partition(":")[0]
    return {"state": "place", "org": "organization"}.get(head, "" if head == "actor" else head)


def settle(connection: Connection, changed: set[str], judged: Judged) -> None:
    """Resolves the names that have come or gone, with those that they may be one with."""
    todo = {f"actor:{k}" for k in changed}
    components: set[str] = set()
    for node in sorted(todo):
        row = connection.execute(select(nodes.c.component).where(nodes.c.id == node)).first()
        if row and row.component:
            components.add(row.component)
        _place(connection, node)
        components |= _near(connection, node)
    partners = _partners(judged)
    members: dict[str, Any] = {}
    for component in sorted(components):
        members |= {r.id: r for r in connection.execute(_MEMBERS, {"component": component})}
    for node in sorted(todo):
        members |= {r.id: r for r in connection.execute(select(nodes).where(nodes.c.id == node))}
    for node in sorted(members):
        for other in partners.get(node, ()):
            for r in connection.execute(select(nodes).where(nodes.c.id == other)):
                members[r.id] = r
                members |= {m.id: m for m in connection.execute(_MEMBERS, {"component": r.component})}
    if members:
        _resolve(connection, list(members.values()), partners)


def _place(connection: Connection, node: str) -> None:
    """Makes the node of a name what its appearances are: there or not, first seen where."""
    key = node[6:]
    first = connection.execute(_FIRST, {"name": key}).first()
    if first is None:
        connection.execute(delete(nodes).where(nodes.c.id == node))
        connection.execute(delete(keys).where(keys.c.node == node))
        return
    features = json.dumps({"name": first.shown, "label": label_of(key)}, ensure_ascii=False)
    values = {
        "document": first.document, "published": first.published, "first": first.first, "last": first.last,
        "entry": first.entity, "features": features,
    }  # fmt: skip
    if connection.execute(select(nodes.c.id).where(nodes.c.id == node)).first():
        connection.execute(update(nodes).where(nodes.c.id == node).values(**values))
        return
    connection.execute(insert(nodes).values(id=node, kind="actor", **values))
    made = name(first.shown, label_of(key))
    connection.execute(insert(keys), [{"kind": "actor", "key": p, "node": node} for p in _parts(made)])


def _near(connection: Connection, node: str) -> set[str]:
    """The components of the names that a name may be one with."""
    row = connection.execute(select(nodes).where(nodes.c.id == node)).first()
    if row is None:
        return set()
    mine = _name(row)
    found = set()
    own = list(connection.execute(select(keys.c.key).where(keys.c.node == node)).scalars())
    for other in connection.execute(_ALIKE, {"keys": own or [""]}):
        if other.id != node and other.component and same(mine, _name(other)) >= 0.6:
            found.add(other.component)
    return found


def _name(row: Any) -> Name:
    features = json.loads(row.features)
    return name(features["name"], features["label"])


def _partners(judged: Judged) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for j in judged.all:
        named = [f"actor:{a.name}" for a in j.targets if a.kind == "actor"]
        if j.verb == "merge" and len(named) > 1:
            for one in named:
                found.setdefault(one, set()).update(n for n in named if n != one)
        elif j.verb == "split":
            for one in named:
                for other in found.pop(one, set()):
                    found.get(other, set()).discard(one)
                found[one] = {""}  # stands alone
    return found


def _parts(made: Name) -> list[str]:
    """Under what the names that may be one with a name are found."""
    return sorted({*made.bones, "".join(made.bones)[:4]}) if not made.state else [made.key]


def _resolve(connection: Connection, rows: list[Any], partners: dict[str, set[str]]) -> None:
    """Resolves some names: those that may be one, group by group."""
    rows.sort(key=lambda r: (r.published, r.document, r.first, r.id))
    names = [_name(r) for r in rows]
    at = {r.id: i for i, r in enumerate(rows)}
    alone = {i for r, i in at.items() if partners.get(r) == {""}}
    posting: dict[str, list[int]] = {}
    pairs: set[tuple[int, int]] = set()
    for i, a in enumerate(names):
        if i in alone:
            continue
        for part in _parts(a):
            pairs.update((j, i) for j in posting.setdefault(part, []))
            posting[part].append(i)
        for other in partners.get(rows[i].id, ()):
            j = at.get(other, i)
            if j != i and j not in alone:
                pairs.add((min(i, j), max(i, j)))
    scores: dict[tuple[int, int], float] = {}
    for j, i in sorted(pairs):
        score = 1.0 if rows[j].id in partners.get(rows[i].id, ()) else same(names[i], names[j])
        if score >= 0.6:
            scores[j, i] = score
    component = list(range(len(rows)))
    for i, j in scores:
        component[_root(component, i)] = _root(component, j)
    groups: dict[int, list[int]] = {}
    for i in range(len(rows)):
        groups.setdefault(_root(component, i), []).append(i)
    here: dict[int, dict[tuple[int, int], float]] = {}
    for (i, j), score in scores.items():
        here.setdefault(_root(component, i), {})[i, j] = score
    for root, group in groups.items():
        new = {old: n for n, old in enumerate(group)}
        own = {(new[i], new[j]): score for (i, j), score in here.get(root, {}).items()}
        _resolve_group(connection, [rows[i] for i in group], [names[i] for i in group], own)


def _resolve_group(
    connection: Connection, rows: list[Any], names: list[Name], scores: dict[tuple[int, int], float]
) -> None:
    component = list(range(len(rows)))
    for i, j in scores:
        component[_root(component, i)] = _root(component, j)
    whole = list(range(len(rows)))
    for (i, j), score in sorted(scores.items(), key=lambda x: (-x[1], x[0])):
        if score >= SURE and not _conflict(whole, names, scores, i, j):
            whole[_root(whole, i)] = _root(whole, j)
    # A short name joins the one fuller name that it fits; where several fit, it stays by itself.
    for i, a in enumerate(names):
        fuller = sorted(
            {
                _root(whole, j)
                for j in range(len(rows))
                if scores.get((min(i, j), max(i, j)), 0) and len(names[j].bones) > len(a.bones)
            }
        )
        if len(fuller) == 1 and sum(1 for j in range(len(rows)) if _root(whole, j) == _root(whole, i)) == 1:
            whole[_root(whole, i)] = fuller[0]
    groups: dict[int, list[int]] = {}
    parts: dict[int, list[int]] = {}
    for i in range(len(rows)):
        groups.setdefault(_root(whole, i), []).append(i)
        parts.setdefault(_root(component, i), []).append(i)
    first_of = {i: rows[min(g)].id for g in parts.values() for i in g}
    for group in groups.values():
        first = rows[group[0]]
        made = identity("actor", f"{first.document}:{first.id}")
        for i in group:
            best = max(
                ((s, -(a + b - i)) for (a, b), s in scores.items() if i in (a, b) and (a + b - i) in group),
                default=None,
            )
            reasons = json.dumps([rows[-best[1]].id, best[0], ["name"]], ensure_ascii=False) if best else None
            if (rows[i].component, rows[i].whole, rows[i].reasons) != (first_of[i], made, reasons):
                connection.execute(
                    update(nodes)
                    .where(nodes.c.id == rows[i].id)
                    .values(component=first_of[i], whole=made, reasons=reasons)
                )


def _conflict(whole: list[int], names: list[Name], scores: dict[tuple[int, int], float], i: int, j: int) -> bool:
    """Whether joining two groups would put two full names together that are not alike."""
    a, b = _root(whole, i), _root(whole, j)
    one = [n for n in range(len(names)) if _root(whole, n) == a and len(names[n].bones) > 1]
    two = [n for n in range(len(names)) if _root(whole, n) == b and len(names[n].bones) > 1]
    return any(x != y and (min(x, y), max(x, y)) not in scores for x in one for y in two)


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


_MEMBERS = select(nodes).where((nodes.c.component == bindparam("component")) & (nodes.c.kind == "actor"))
_FIRST = (
    select(appearances).where(appearances.c.name == bindparam("name"))
    .order_by(appearances.c.published, appearances.c.document, appearances.c.first).limit(1)
)  # fmt: skip
_KNOWN = select(nodes.c.id, nodes.c.published, nodes.c.document).where(nodes.c.id.in_(bindparam("ids", expanding=True)))
_ALIKE = select(nodes).where(
    nodes.c.id.in_(
        select(keys.c.node).where((keys.c.kind == "actor") & keys.c.key.in_(bindparam("keys", expanding=True)))
    )
)
