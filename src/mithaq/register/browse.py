"""What one who leafs through a register asks besides its views: its reports, and whether anything has changed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, func, select, text

from mithaq.register.schema import judgements, nodes, readings, wholes
from mithaq.register.store import Store

_HEAD = (readings.c.document, readings.c.source, readings.c.published, readings.c.publisher, readings.c.title)


def last_day(store: Store) -> str | None:
    """The last day of which anything is known: that of the newest report or judgement; None where there is nothing."""
    with store.read() as connection:
        days = [connection.execute(select(func.max(c))).scalar() for c in (readings.c.published, judgements.c.day)]
        return max((d for d in days if d), default=None)


def version(store: Store) -> str:
    """A word that is another one whenever the register may have changed."""
    if store.address.sqlite:
        path = store.address.shown
        files = [os.stat(name) for name in (path, path + "-wal") if os.path.exists(name)]
        return ".".join(f"{f.st_mtime_ns}-{f.st_size}" for f in files)
    with store.read() as connection:
        return str(connection.execute(text("SELECT pg_snapshot_xmax(pg_current_snapshot())")).scalar())


def reports(
    store: Store, *, first: date | None = None, last: date | None = None, outlet: str | None = None, skip: int = 0,
    limit: int = 50,
) -> tuple[int, list[dict[str, Any]]]:  # fmt: skip
    """How many reports there are from these days and of this outlet, and some of them, the newest first."""
    query = _chosen(select(*_HEAD), first, last, outlet)
    with store.read() as connection:
        total = connection.execute(_chosen(select(func.count()), first, last, outlet)).scalar() or 0
        rows = connection.execute(
            query.order_by(readings.c.published.desc(), readings.c.document).offset(skip).limit(limit)
        ).mappings()
        return int(total), [_head(row) for row in rows]


def _chosen(query: Select[Any], first: date | None, last: date | None, outlet: str | None) -> Select[Any]:
    query = query.select_from(readings)
    if first:
        query = query.where(readings.c.published >= first.isoformat())
    if last:
        query = query.where(readings.c.published <= last.isoformat())
    if outlet:
        query = query.where(readings.c.publisher == outlet)
    return query


def outlets(store: Store) -> list[tuple[str, int]]:
    """The outlets that reports come from, with how many of each, the most frequent first."""
    with store.read() as connection:
        rows = connection.execute(select(readings.c.publisher, func.count()).group_by(readings.c.publisher)).all()
    return sorted(((str(name), int(count)) for name, count in rows if name), key=lambda row: (-row[1], row[0]))


def heads(store: Store, names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The head of each report (id, source, day, outlet, title) by the ids or sources that are given."""
    wanted = sorted(set(names))
    found: dict[str, dict[str, Any]] = {}
    with store.read() as connection:
        for start in range(0, len(wanted), 400):
            part = wanted[start : start + 400]
            for column in (readings.c.document, readings.c.source):
                query = select(*_HEAD).where(column.in_(bindparam("part", expanding=True)))
                for row in connection.execute(query, {"part": part}).mappings():
                    head = _head(row)
                    found[head["id"] if column is readings.c.document else head["source"]] = head
    return found


def _head(row: Any) -> dict[str, Any]:
    return {
        "id": row["document"], "source": row["source"], "published": row["published"] or None,
        "publisher": row["publisher"], "title": row["title"],
    }  # fmt: skip


def names(store: Store, ids: Iterable[str]) -> dict[str, dict[str, str]]:
    """The kind and the name of commitments, agreements, presences and actors, by their ids."""
    wanted = sorted(set(ids))
    found: dict[str, dict[str, str]] = {}
    with store.read() as connection:
        for start in range(0, len(wanted), 400):
            part = {"part": wanted[start : start + 400]}
            chosen = wholes.c.id.in_(bindparam("part", expanding=True))
            for row in connection.execute(select(wholes.c.id, wholes.c.kind, wholes.c.name).where(chosen), part):
                found[row.id] = {"kind": row.kind, "name": row.name}
            people = select(nodes.c.whole, nodes.c.features).where(
                (nodes.c.kind == "actor") & nodes.c.whole.in_(bindparam("part", expanding=True))
            )
            for person in connection.execute(people, part):
                name = json.loads(person.features)["name"]
                best = max(name, found.get(person.whole, {}).get("name", ""), key=lambda n: (len(n.split()), len(n), n))
                found[person.whole] = {"kind": "actor", "name": best}
    return found
