"""Contradictions: what reports, or one source over time, say differently of one thing, side by side with their words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, select

from mithaq.register.case import DONE, KEPT, exactness
from mithaq.register.names import name
from mithaq.register.schema import entries, nodes, readings, wholes
from mithaq.register.words import content

# Claims that cannot both be so of one act at one time.
_AGAINST = ({"fulfilled", "signed"} | KEPT, {"violated", "cancelled", "withdrawn", "suspended"})


def conflicts(connection: Connection) -> Iterator[dict[str, Any]]:
    """All contradictions, by what they are about."""
    rows = connection.execute(
        select(wholes.c.kind, wholes.c.data).where(wholes.c.mentions > 1).order_by(wholes.c.kind, wholes.c.id)
    )
    for kind, data in rows:
        matter = json.loads(data)
        found = {"commitment": _commitment, "agreement": _agreement, "presence": _presence}[kind](matter)
        for what, sides in found:
            yield _conflict(matter["id"], what, sides)
    alone = connection.execute(
        select(wholes.c.data).where((wholes.c.mentions == 1) & (wholes.c.kind == "commitment")).order_by(wholes.c.id)
    )
    for (data,) in alone:
        matter = json.loads(data)
        if len(matter["claims"]) > 1:
            for what, sides in _claims(matter):
                yield _conflict(matter["id"], what, sides)
    yield from _positions(connection)


def _conflict(about: str | None, what: str, sides: list[dict[str, Any]]) -> dict[str, Any]:
    identity = hashlib.sha256(
        json.dumps([about, what, [[s["document"], s["start"]] for s in sides]]).encode()
    ).hexdigest()[:10]
    return {"id": f"x-{identity}", "about": about, "what": what, "sides": sides}


def _side(words: dict[str, Any], value: Any, by: list[str] | None = None) -> dict[str, Any]:
    return {
        "value": value, "by": by or words.get("by") or ["document"],
        **{k: words.get(k) for k in ("report", "document", "start", "end", "text", "published")},
    }  # fmt: skip


def _differing(sides: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One side a value and report, where there are two values at least."""
    kept: dict[tuple[str, str], dict[str, Any]] = {}
    for side in sides:
        kept.setdefault((json.dumps(side["value"]), side["document"]), side)
    return list(kept.values()) if len({k for k, _ in kept}) > 1 else []


def _commitment(matter: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    exact = [m for m in matter["mentions"] if m["due"] and exactness(m) > 0]
    days = _differing([_side(m, m["due"]) for m in exact])
    said = {c["claim"] for c in matter["claims"]}
    if days and not (matter["amended"] and ("delayed" not in said or "extended" in said)):
        yield "deadline", days
    counted = []
    for m in matter["mentions"]:
        numbers = sorted({t for t in content(m["text"]) if t[0].isdigit()})
        if numbers:
            counted.append(_side(m, numbers))
    numbers_ = _differing(counted)
    if numbers_:
        yield "count", numbers_
    yield from _claims(matter)


def _claims(matter: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    own = [c for c in matter["claims"] if c["scope"] == "commitment"]
    yes = [c for c in own if c["claim"] in _AGAINST[0] and not c["denies"]]
    no = [c for c in own if c["claim"] in _AGAINST[1] or c["denies"]]
    if yes and no and any(y["source"] != n["source"] for y in yes for n in no):
        sides = [_side(c, "not " + _denied(c) if c["denies"] else c["claim"]) for c in own if c in yes or c in no]
        yield "claim", sides
    dated = [_side(c, c["day"]) for c in own if c["claim"] in DONE | {"signed", "entered-into-force"} and len(c["day"] or "") == 10
             and c["day"] != c["published"]]  # fmt: skip
    days = _differing(dated)
    if days:
        yield "date", days


def _denied(claim: dict[str, Any]) -> str:
    return "signed" if "=sign" in content(claim["text"]) else "done"


def _agreement(matter: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    days = _differing(
        [
            _side(m, m["day"])
            for m in matter["mentions"]
            if m["day"] and m["stage"] == "concluded" and len(m["day"]) == 10
        ]
    )
    if days:
        yield "date", days


def _presence(matter: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    counts = _differing([_side(m, m["count"]) for m in matter["mentions"] if m["count"] is not None])
    if counts:
        yield "count", counts


_OPPOSED = {("support", "oppose"), ("oppose", "support")}


def _positions(connection: Connection) -> Iterator[dict[str, Any]]:
    """Stances of one holder on one target that are not the same in two reports."""
    rows = connection.execute(
        select(entries.c.document, entries.c.data, readings.c.source, readings.c.published)
        .join(readings, readings.c.document == entries.c.document).where(entries.c.layer == "positions")
        .order_by(readings.c.published, entries.c.document, entries.c.position)
    )  # fmt: skip
    held: dict[tuple[str, frozenset[str]], list[dict[str, Any]]] = {}
    for row in rows:
        entry = json.loads(row.data)
        target = frozenset(content(entry["target"]["text"]))
        for holder in entry["holder"]:
            shown = holder if isinstance(holder, str) else holder["name"]
            who = (
                connection.execute(select(nodes.c.whole).where(nodes.c.id == f"actor:{name(shown).key}")).scalar()
                or shown
            )
            words = {**entry["target"], "report": row.source, "document": row.document, "published": row.published}
            held.setdefault((who, target), []).append(_side(words, entry["stance"], [shown]))
    for (who, _), sides in sorted(held.items(), key=lambda x: (x[0][0], sorted(x[0][1]))):
        pairs = {(a["value"], b["value"]) for a, b in pairwise(sides)}
        if pairs & _OPPOSED:
            yield _conflict(who if who[:2] == "n-" else None, "position", sides)
