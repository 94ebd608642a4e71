"""Matters, agreements and actors in the form that the register prints."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from mithaq.register.case import Case
from mithaq.register.lifecycle import status
from mithaq.register.names import name
from mithaq.register.schema import appearances, nodes, readings

LAST = "9999-12-31"
MENTION = ("report", "document", "start", "end", "text", "published")
_CLAIM = ("claim", "by", "day", "report", "start", "end", "text", "side")


class Shown:
    """Matters in the form that is printed."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.last_day = last_day_of(connection)
        self._wholes: dict[str, str | None] = {}
        self._names: dict[str, str] = {}

    def whole(self, node: str) -> str | None:
        """The whole that a node belongs to now."""
        if node not in self._wholes:
            self._wholes[node] = self.connection.execute(_WHOLE, {"node": node}).scalar()
        return self._wholes[node]

    def people(self, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Parties with the actors of the register that they are."""
        return [{"name": p["name"], "entity": self.whole(f"actor:{p['key']}")} for p in found]

    def actor_of(self, document: str, actor: Any) -> Any:
        """An actor of an entry, its entity being the register's."""
        if isinstance(actor, str):
            return actor
        entity = actor.get("entity")
        label = self.connection.execute(_ENTITY, {"document": document, "entity": entity}).scalar() if entity else None
        key = label or name(actor["name"], "").key
        return {**actor, "entity": self.whole(f"actor:{key}")}

    def commitment(self, matter: dict[str, Any], day: str, known: str) -> dict[str, Any] | None:
        """A commitment as of a day; None where no report known by then speaks of it."""
        here = status(matter, day, known)
        if here is None:
            return None
        case = Case(matter, day, known)
        deadline = case.deadline
        shown = None
        if deadline:
            shown = {**{k: deadline.get(k) for k in ("relation", "value", "mod", "due")}, "history": case.days}
            if deadline.get("implied"):  # of the meeting that the report announces, not told of the act itself
                shown["implied"] = True
        claims = [
            c
            for c in matter["claims"]
            if (c["published"] or "") <= known and c["scope"] == "commitment" and not case.rejected(c)
        ]
        return {
            "id": matter["id"], "agreement": self.whole(matter["agreement"]) if matter["agreement"] else None,
            "bearer": self.people(matter["bearer"]), "act": matter["act"], "modality": matter["modality"], "deadline": shown,
            "conditions": list(dict.fromkeys(c for m in case.mentions for c in m["conditions"])),
            "mentions": [{k: m[k] for k in MENTION} for m in case.mentions],
            "claims": [{k: c[k] for k in _CLAIM} for c in claims],
            "status": here.status, "because": [r.to_json() for r in here.because], "barometer": here.barometer,
        }  # fmt: skip

    def agreement(self, data: dict[str, Any]) -> dict[str, Any]:
        """An agreement with its parties and stages."""
        mentions = [{**{k: m[k] for k in MENTION}, "stage": m["stage"], "day": m["day"]} for m in data["mentions"]]
        return {**data, "parties": self.people(data["parties"]), "mentions": mentions}


def last_day_of(connection: Connection) -> str:
    """The last day of which anything is known: that of the newest report."""
    return connection.execute(select(func.max(readings.c.published))).scalar() or "1970-01-01"


def actor_group(connection: Connection, group: list[Any]) -> dict[str, Any]:
    """One actor, from the rows of its names: names, roles with their days, where it appears."""
    names = [json.loads(r.features)["name"] for r in group]
    rows = connection.execute(
        select(appearances, readings.c.source).join(readings, readings.c.document == appearances.c.document)
        .where(appearances.c.name.in_([r.id[6:] for r in group]))
        .order_by(appearances.c.published, appearances.c.document, appearances.c.first)
    ).all()  # fmt: skip
    roles: dict[str, dict[str, Any]] = {}
    for row in rows:
        for role in json.loads(row.roles):
            known = roles.setdefault(role, {"role": role, "first": row.published, "last": row.published, "reports": 0})
            known["last"] = row.published
            known["reports"] += 1
    return {
        "id": group[0].whole, "name": max(names, key=lambda n: (len(n.split()), len(n), n)),
        "label": json.loads(group[0].features)["label"], "aliases": sorted({r.shown for r in rows} | set(names)),
        "roles": list(roles.values()), "reasons": [json.loads(r.reasons) for r in group if r.reasons],
        "mentions": [
            {"report": r.source, "document": r.document, "start": r.first, "end": r.last, "text": r.shown, "published": r.published or None}
            for r in rows
        ],
    }  # fmt: skip


_WHOLE = select(nodes.c.whole).where(nodes.c.id == bindparam("node"))
_ENTITY = select(appearances.c.name).where(
    (appearances.c.document == bindparam("document")) & (appearances.c.entity == bindparam("entity"))
)
