"""Entries and commitments by where they stand: on days, in reports, with an actor. All of it in bounded pieces."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from mithaq.register.schema import appearances, entries, nodes, phases, readings, wholes
from mithaq.register.shown import Shown
from mithaq.register.store import Store

_PEOPLE = {"statements": "source", "demands": "by", "positions": "holder", "commitments": "bearer"}


def commitments(
    store: Store, day: date, *, status: str | None = None, sort: str = "due", skip: int = 0, limit: int = 50
) -> tuple[int, list[dict[str, Any]]]:
    """How many commitments there are as of a day (of one status), and some of them: by deadline (the dated first), or the
    newest first."""
    today = day.isoformat()
    chosen = (phases.c.first <= today) & (phases.c.last > today) & (wholes.c.kind == "commitment")
    if status:
        chosen &= phases.c.status == status
    joined = wholes.join(phases, phases.c.whole == wholes.c.id)
    order = (
        [wholes.c.published.desc(), wholes.c.id]
        if sort == "new"
        else [wholes.c.due.is_(None), wholes.c.due, wholes.c.id]
    )
    with store.read() as connection:
        total = connection.execute(select(func.count()).select_from(joined).where(chosen)).scalar() or 0
        rows = connection.execute(
            select(wholes.c.data).select_from(joined).where(chosen).order_by(*order).offset(skip).limit(limit)
        ).scalars()
        shown = Shown(connection)
        made = (shown.commitment(json.loads(data), today, today) for data in rows)
        return int(total), [c for c in made if c is not None]


def agreements(store: Store, known: date, *, skip: int = 0, limit: int = 50) -> tuple[int, list[dict[str, Any]]]:
    """How many agreements were known on a day, and some of them, those with the most mentions first."""
    chosen = (wholes.c.kind == "agreement") & (wholes.c.published <= known.isoformat())
    with store.read() as connection:
        total = connection.execute(select(func.count()).select_from(wholes).where(chosen)).scalar() or 0
        rows = connection.execute(
            select(wholes.c.data)
            .where(chosen)
            .order_by(wholes.c.mentions.desc(), wholes.c.id)
            .offset(skip)
            .limit(limit)
        ).scalars()
        shown = Shown(connection)
        return int(total), [shown.agreement(json.loads(data)) for data in rows]


def actors(store: Store, label: str | None = None, *, skip: int = 0, limit: int = 50) -> list[dict[str, Any]]:
    """Actors by how often reports name them, the most often first."""
    joined = nodes.join(appearances, nodes.c.id == "actor:" + appearances.c.name)
    count, documents = func.count(), func.count(func.distinct(appearances.c.document))
    query = (
        select(nodes.c.whole, count, documents, func.min(nodes.c.features))
        .select_from(joined).where(nodes.c.kind == "actor").group_by(nodes.c.whole)
        .order_by(count.desc(), nodes.c.whole)
    )  # fmt: skip
    if label:
        query = query.where(nodes.c.features.like(f'%"label": "{label}"%'))
    with store.read() as connection:
        return [
            {"id": whole, "mentions": n, "reports": d, "label": json.loads(features)["label"]}
            for whole, n, d, features in connection.execute(query.offset(skip).limit(limit))
        ]


def of_actor(store: Store, actor: str, known: date, limit: int = 200) -> dict[str, list[dict[str, Any]]]:
    """What an actor said, demanded, held and committed to, in the newest of the reports that name it."""
    with store.read() as connection:
        rows = connection.execute(
            select(appearances.c.document, appearances.c.entity)
            .join(nodes, nodes.c.id == "actor:" + appearances.c.name)
            .where((nodes.c.whole == actor) & (appearances.c.published <= known.isoformat()))
            .order_by(appearances.c.published.desc())
        ).all()
        mine: dict[str, set[str]] = {}
        for row in rows:
            if len(mine) < limit or row.document in mine:
                mine.setdefault(row.document, set()).add(row.entity)
        found: dict[str, list[dict[str, Any]]] = {layer: [] for layer in _PEOPLE}
        for entry in _entries(connection, list(mine), tuple(_PEOPLE)):
            people = entry.get(_PEOPLE[entry["layer"]]) or ()
            if any(isinstance(p, dict) and p.get("entity") in mine[entry["document"]] for p in people):
                found[entry["layer"]].append(entry)
    return found


def positions(
    store: Store, known: date, *, stance: str | None = None, actor: str | None = None, limit: int = 200
) -> list[dict[str, Any]]:
    """The newest positions that were known on a day, with the actors of the register that hold them."""
    if actor:
        found = of_actor(store, actor, known)["positions"]
        found = [p for p in found if not stance or p["stance"] == stance][:limit]
    else:
        query = (
            select(entries.c.document, entries.c.layer, entries.c.data, readings.c.published, readings.c.source)
            .join(readings, readings.c.document == entries.c.document)
            .where((entries.c.layer == "positions") & (readings.c.published <= known.isoformat()))
            .order_by(readings.c.published.desc(), entries.c.document, entries.c.position).limit(limit)
        )  # fmt: skip
        if stance:
            query = query.where(entries.c.data.like(f'%"stance": "{stance}"%'))
        with store.read() as connection:
            found = [_entry(row) for row in connection.execute(query)]
    with store.read() as connection:
        shown = Shown(connection)
        for p in found:
            p["id"] = f"{p['document']}:{p['id']}"
            p["holder"] = [shown.actor_of(p["document"], h) for h in p["holder"]]
    return found


def standing(store: Store, ids: Iterable[str], day: date, known: date) -> list[dict[str, Any]]:
    """Some commitments as of a day, as known on a day; those that nobody knew of then are left out."""
    query = select(wholes.c.data).where(
        (wholes.c.kind == "commitment") & wholes.c.id.in_(bindparam("part", expanding=True))
    )
    wanted = sorted(set(ids))
    with store.read() as connection:
        shown = Shown(connection)
        return [
            found
            for start in range(0, len(wanted), 400)
            for data in connection.execute(query, {"part": wanted[start : start + 400]}).scalars()
            if (found := shown.commitment(json.loads(data), day.isoformat(), known.isoformat())) is not None
        ]


def documents_of(store: Store, actor: str) -> set[str]:
    """The reports that name an actor."""
    with store.read() as connection:
        return set(connection.execute(
            select(appearances.c.document).join(nodes, nodes.c.id == "actor:" + appearances.c.name)
            .where(nodes.c.whole == actor)
        ).scalars())  # fmt: skip


def wholes_in(store: Store, documents: Iterable[str]) -> list[dict[str, Any]]:
    """Where commitments and agreements are spoken of in some reports."""
    query = select(nodes.c.document, nodes.c.entry, nodes.c.kind, nodes.c.whole, nodes.c.first, nodes.c.last).where(
        nodes.c.kind.in_(("commitment", "agreement")) & nodes.c.document.in_(bindparam("part", expanding=True))
    )
    wanted = sorted(set(documents))
    with store.read() as connection:
        return [
            dict(row)
            for start in range(0, len(wanted), 400)
            for row in connection.execute(query, {"part": wanted[start : start + 400]}).mappings()
            if row["whole"]
        ]


def between(store: Store, layer: str, first: date, last: date, limit: int = 400) -> list[dict[str, Any]]:
    """Entries of a layer in reports published between two days, each with the days (`from`, `to`) that it speaks of."""
    with store.read() as connection:
        rows = connection.execute(
            select(readings.c.document)
            .where((readings.c.published >= first.isoformat()) & (readings.c.published <= last.isoformat()))
            .order_by(readings.c.published.desc(), readings.c.document).limit(limit)
        ).scalars().all()  # fmt: skip
        found = list(_entries(connection, rows, (layer, "timexes", "entities")))
    times = {(e["document"], e["id"]): e for e in found if e["layer"] == "timexes"}
    places = {(e["document"], e["id"]): e["name"] for e in found if e["layer"] == "entities"}
    made = []
    for entry in found:
        if entry["layer"] != layer:
            continue
        time = times.get((entry["document"], entry.get("time") or entry.get("said") or ""))
        day = entry["published"]
        entry["from"], entry["to"] = (time["earliest"], time["latest"]) if time and time["earliest"] else (day, day)
        entry["dated"] = bool(time and time["earliest"])
        place = entry.get("place")
        entry["place_name"] = places.get((entry["document"], place)) if isinstance(place, str) else None
        made.append(entry)
    return made


def _entries(connection: Connection, documents: Iterable[str], layers: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    wanted = list(documents)
    query = (
        select(entries.c.document, entries.c.layer, entries.c.data, readings.c.published, readings.c.source)
        .join(readings, readings.c.document == entries.c.document)
        .where(entries.c.document.in_(bindparam("part", expanding=True)) & entries.c.layer.in_(layers))
        .order_by(readings.c.published.desc(), entries.c.document, entries.c.position)
    )  # fmt: skip
    for start in range(0, len(wanted), 200):
        for row in connection.execute(query, {"part": wanted[start : start + 200]}):
            yield _entry(row)


def _entry(row: Any) -> dict[str, Any]:
    return {
        **json.loads(row.data), "document": row.document, "layer": row.layer, "report": row.source,
        "published": row.published or None,
    }  # fmt: skip
