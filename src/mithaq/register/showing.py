"""Everything about one id."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from mithaq.register import keep
from mithaq.register.judged import Judgement
from mithaq.register.lifecycle import phases
from mithaq.register.schema import copies, judgements, links, nodes, readings, sources, wholes
from mithaq.register.shown import LAST, Shown, actor_group


def show(connection: Connection, identity: str, day: str | None, known: str | None = None) -> dict[str, Any] | None:
    """What the register knows under an id: a whole, a claim, a report (by its id or source), or an entry of one."""
    row = connection.execute(select(wholes.c.kind, wholes.c.data).where(wholes.c.id == identity)).first()
    shown = Shown(connection)
    if row is not None:
        return _whole(connection, shown, row.kind, json.loads(row.data), day, known or day)
    found = connection.execute(select(nodes).where((nodes.c.whole == identity) | (nodes.c.id == identity))).all()
    if found and found[0].kind == "actor":
        group = connection.execute(
            select(nodes).where(nodes.c.whole == found[0].whole).order_by(nodes.c.published, nodes.c.id)
        ).all()
        return {"kind": "actor", **actor_group(connection, list(group))}
    if found:
        return _entry(connection, found[0])
    return _report(connection, identity) or _any_entry(connection, identity)


def _whole(
    connection: Connection, shown: Shown, kind: str, data: dict[str, Any], day: str | None, known: str | None
) -> dict[str, Any] | None:
    if kind == "agreement":
        under = connection.execute(
            select(wholes.c.data)
            .where(wholes.c.agreement.in_(select(nodes.c.id).where(nodes.c.whole == data["id"])))
            .order_by(wholes.c.id)
        ).scalars()
        own = [
            shown.commitment(json.loads(c), day or shown.last_day, known or LAST) for c in under if c.startswith("{")
        ]
        commitments = [{k: c[k] for k in ("id", "act", "status", "deadline", "bearer")} for c in own if c]
        return {
            "kind": kind,
            **shown.agreement(data),
            "commitments": commitments,
            "judgements": _judgements(connection, data),
        }
    if kind == "presence":
        return {"kind": kind, **data, "judgements": _judgements(connection, data)}
    found = shown.commitment(data, day or shown.last_day, known or LAST)
    if found is None:
        return None
    found["why"] = [
        {"mention": f"{m['document']}:{m['entry']}", "like": r[0], "score": r[1], "reasons": r[2]}
        for m in data["mentions"] if m["reasons"] for r in [json.loads(m["reasons"])]
    ]  # fmt: skip
    found["phases"] = [
        {"from": a, "to": None if b == "9999" else b, "status": s.status, "barometer": s.barometer}
        for a, b, s in phases(data)
    ]
    return {"kind": kind, **found, "judgements": _judgements(connection, data)}


def _judgements(connection: Connection, data: dict[str, Any]) -> list[dict[str, Any]]:
    """What persons decided about a matter, and where what is read now says something else."""
    found = []
    here = {m["document"] for m in data["mentions"]}
    for row in connection.execute(select(judgements).order_by(judgements.c.day, judgements.c.id)):
        j = Judgement.of_row(row)
        for a in j.targets:
            if a.document in here and any(
                m["document"] == a.document and min(m["end"], a.last) > max(m["start"], a.first)
                for m in data["mentions"]
            ):
                found.append({**j.to_json(), **_disagreement(j, data)})
                break
    return found


def _disagreement(j: Judgement, data: dict[str, Any]) -> dict[str, Any]:
    """What the reader says in the place of a correction, where that is something else."""
    if j.verb != "correct" or j.field is None:
        return {}
    if j.field == "due":
        read = sorted({m["due"] for m in data["mentions"] if m.get("due")})
        return {"read": read} if read != [j.value] else {}
    return {}


def _entry(connection: Connection, row: Any) -> dict[str, Any]:
    """A claim or a mention, with the entry as it was read."""
    record = keep.record_of(connection, row.document)
    assert record is not None
    entry = next(
        (e for layer in record.values() if isinstance(layer, list) for e in layer if e.get("id") == row.entry), None
    )
    bound = connection.execute(
        select(links.c.kind, links.c.reasons, nodes.c.whole)
        .join(nodes, nodes.c.id == links.c.node)
        .where(links.c.claim == row.id)
    )
    return {
        "kind": row.kind, "id": row.whole or row.id, "report": record["document"]["source"], "document": row.document,
        "start": row.first, "end": row.last, "text": record["document"]["text"][row.first : row.last], "entry": entry,
        "part_of": row.whole, "about": [{"kind": b.kind, "id": b.whole, "score": json.loads(b.reasons)} for b in bound],
    }  # fmt: skip


def _report(connection: Connection, identity: str) -> dict[str, Any] | None:
    row = connection.execute(
        select(readings.c.document).where((readings.c.document == identity) | (readings.c.source == identity))
    ).first()
    if row is None:
        return None
    record = keep.record_of(connection, row.document)
    names = connection.execute(
        select(sources).where(sources.c.document == row.document).order_by(sources.c.source)
    ).mappings()
    copied = connection.execute(
        select(copies.c.original, copies.c.score).where(copies.c.document == row.document)
    ).first()
    assert record is not None
    parts = connection.execute(
        select(nodes.c.whole)
        .where((nodes.c.document == row.document) & (nodes.c.kind != "actor"))
        .order_by(nodes.c.first)
    ).scalars()
    return {
        "kind": "report", "id": row.document, "record": record, "sources": [dict(n) for n in names],
        "copy_of": {"document": copied.original, "score": copied.score} if copied else None,
        "parts": list(dict.fromkeys(w for w in parts if w)),
    }  # fmt: skip


def _any_entry(connection: Connection, identity: str) -> dict[str, Any] | None:
    document, _, name = identity.partition(":")
    record = keep.record_of(connection, document)
    if record is None or not name:
        return None
    for layer, found in record.items():
        for entry in found if isinstance(found, list) else ():
            if entry.get("id") == name:
                return {
                    "kind": layer,
                    "id": identity,
                    "report": record["document"]["source"],
                    "document": document,
                    "entry": entry,
                }
    return None
