"""What a register answers: lists, statuses, deadlines, a timeline, positions, search. Nothing here writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from mithaq.register import fulltext
from mithaq.register.lifecycle import STATUSES
from mithaq.register.schema import (
    copies,
    documents,
    entries,
    happenings,
    judgements,
    links,
    nodes,
    phases,
    readings,
    wholes,
)  # fmt: skip
from mithaq.register.shown import LAST, MENTION, Shown, actor_group, last_day_of
from mithaq.register.store import Store


class Views:
    """The questions that a register answers. Days are `date`s or None (the last day of which anything is known)."""

    def __init__(self, store: Store) -> None:
        self.store = store

    # --- commitments
    def commitments(self) -> Iterator[dict[str, Any]]:
        """All commitments, sorted by id, as they stand when all reports are known."""
        yield from self.statuses(None, None)

    def statuses(
        self, as_of: date | None, known: date | None, *, agreement: str | None = None, actor: str | None = None,
        only: str | None = None, limit: int | None = None,
    ) -> Iterator[dict[str, Any]]:  # fmt: skip
        """Commitments with their status as of a day, from the reports published by the day `known` (default: the same)."""
        with self.store.read() as connection:
            shown = Shown(connection)
            day = as_of.isoformat() if as_of else shown.last_day
            until = known.isoformat() if known else day if as_of else LAST
            query = select(wholes.c.id, wholes.c.data).where(wholes.c.kind == "commitment").order_by(wholes.c.id)
            if agreement:
                query = query.where(wholes.c.agreement.in_(select(nodes.c.id).where(nodes.c.whole == agreement)))
            if only and until == day:
                query = query.where(wholes.c.id.in_(
                    select(phases.c.whole).where((phases.c.status == only) & (phases.c.first <= day) & (phases.c.last > day))
                ))  # fmt: skip
            count = 0
            for data in _paged(connection, query):
                matter = json.loads(data)
                found = shown.commitment(matter, day, until)
                if found is None or (only and found["status"] != only):
                    continue
                if actor and not any(b["entity"] == actor for b in found["bearer"]):
                    continue
                yield found
                count += 1
                if count == limit:
                    return

    def summary(self, as_of: date | None) -> dict[str, int]:
        """How many commitments have which status on a day, when all was known as it was published."""
        with self.store.read() as connection:
            day = as_of.isoformat() if as_of else last_day_of(connection)
            rows = connection.execute(
                select(phases.c.status, func.count())
                .where((phases.c.first <= day) & (phases.c.last > day))
                .group_by(phases.c.status)
            ).all()
            found = {str(s): int(n) for s, n in rows}
            return {s: found[s] for s in STATUSES if s in found}

    def due(self, day: date | None, within: int, *, late: bool = True) -> Iterator[dict[str, Any]]:
        """Commitments whose day comes within so many days and that are still open, and those that are overdue; by day."""
        with self.store.read() as connection:
            shown = Shown(connection)
            today = day.isoformat() if day else shown.last_day
            base = date.fromisoformat(today)
            end = (base + timedelta(days=min(within, (date.max - base).days))).isoformat()
            window = (wholes.c.due >= today) & (wholes.c.due <= end)
            rows = connection.execute(
                select(wholes.c.data, phases.c.status).join(phases, phases.c.whole == wholes.c.id)
                .where(window & (phases.c.first <= today) & (phases.c.last > today) & phases.c.status.not_in(_OVER))
                .order_by(wholes.c.due, wholes.c.id)
            ).all()  # fmt: skip
            found = [(str(data), str(status)) for data, status in rows]
            if late:
                # Which they are first, then what is known of them: sorting all that is known of all the overdue is slow.
                ids = list(connection.execute(
                    select(wholes.c.id).join(phases, phases.c.whole == wholes.c.id)
                    .where((phases.c.status == "overdue") & (phases.c.first <= today) & (phases.c.last > today))
                    .order_by(wholes.c.due.desc(), wholes.c.id).limit(200)
                ).scalars())  # fmt: skip
                overdue = {
                    r.id: r for r in connection.execute(select(wholes.c.id, wholes.c.data).where(wholes.c.id.in_(ids)))
                }
                found = [(overdue[i].data, "overdue") for i in reversed(ids)] + found
            for data, _ in found:
                one = shown.commitment(json.loads(data), today, today)
                if one is not None:
                    yield one

    # --- other lists
    def agreements(self) -> Iterator[dict[str, Any]]:
        """All agreements, sorted by id."""
        with self.store.read() as connection:
            shown = Shown(connection)
            for (data,) in connection.execute(
                select(wholes.c.data).where(wholes.c.kind == "agreement").order_by(wholes.c.id)
            ):
                yield shown.agreement(json.loads(data))

    def presences(self) -> Iterator[dict[str, Any]]:
        """All presences of forces, sorted by id."""
        with self.store.read() as connection:
            for (data,) in connection.execute(
                select(wholes.c.data).where(wholes.c.kind == "presence").order_by(wholes.c.id)
            ):
                found = json.loads(data)
                found["mentions"] = [{k: m[k] for k in (*MENTION, "count", "approx")} for m in found["mentions"]]
                yield found

    def claims(self) -> Iterator[dict[str, Any]]:
        """All claims on what became of commitments and agreements, sorted by id."""
        with self.store.read() as connection:
            reports = {r.document: r.source for r in connection.execute(select(readings.c.document, readings.c.source))}
            bound: dict[str, dict[str, str]] = {}
            rows = connection.execute(
                select(links.c.claim, links.c.kind, nodes.c.whole).join(nodes, nodes.c.id == links.c.node)
            )
            for claim, kind, whole in rows:
                bound.setdefault(claim, {})[kind] = whole
            for row in connection.execute(select(nodes).where(nodes.c.kind == "claim").order_by(nodes.c.whole)):
                f = json.loads(row.features)
                if f.get("reject"):
                    continue
                to = bound.get(row.id, {})
                yield {
                    "id": row.whole, "claim": f["claim"], "by": [p["name"] for p in f["by"]] or ["document"],
                    "about": {"text": f["about"]["text"], "commitment": to.get("commitment"), "agreement": to.get("agreement")},
                    "day": f["day"] or row.published or None, "report": reports[row.document], "document": row.document,
                    "start": row.first, "end": row.last, "text": f["text"],
                }  # fmt: skip

    def entries(self, layer: str) -> Iterator[dict[str, Any]]:
        """All entries of a layer (statements, positions …) with the report they stand in, by day of publication."""
        with self.store.read() as connection:
            rows = connection.execute(
                select(entries.c.document, entries.c.id, entries.c.data, readings.c.source, readings.c.published)
                .join(readings, readings.c.document == entries.c.document).where(entries.c.layer == layer)
                .order_by(readings.c.published, entries.c.document, entries.c.position)
            )  # fmt: skip
            shown = Shown(connection)
            for row in rows:
                entry = json.loads(row.data)
                for field in ("source", "holder", "by", "addressee"):
                    if isinstance(entry.get(field), list):
                        entry[field] = [shown.actor_of(row.document, a) for a in entry[field]]
                yield {**entry, "id": f"{row.document}:{row.id}", "report": row.source, "document": row.document,
                       "published": row.published or None}  # fmt: skip

    def actors(self, whole: str | None = None) -> Iterator[dict[str, Any]]:
        """All actors (or one), sorted by id, with their names, roles and where they appear."""
        with self.store.read() as connection:
            query = select(nodes).where(nodes.c.kind == "actor").order_by(nodes.c.whole, nodes.c.published, nodes.c.id)
            if whole:
                query = query.where(nodes.c.whole == whole)
            group: list[Any] = []
            for row in connection.execute(query).all():
                if group and group[0].whole != row.whole:
                    yield actor_group(connection, group)
                    group = []
                group.append(row)
            if group:
                yield actor_group(connection, group)

    # --- over time
    def timeline(
        self, first: date | None = None, last: date | None = None, *, about: str | None = None, limit: int | None = None
    ) -> Iterator[dict[str, Any]]:
        """What was undertaken, agreed, due and said to have become of it, by day; with `about`, of one thing only."""
        with self.store.read() as connection:
            query = (
                select(happenings, wholes.c.name, readings.c.source).outerjoin(wholes, wholes.c.id == happenings.c.whole)
                .outerjoin(readings, readings.c.document == happenings.c.document)
            )  # fmt: skip
            if first:
                query = query.where(happenings.c.day >= first.isoformat())
            if last:
                query = query.where(happenings.c.day <= last.isoformat() + "~")
            if about:
                query = query.where(happenings.c.whole.in_(_of(connection, about)))
            query = query.order_by(
                happenings.c.day,
                happenings.c.whole,
                happenings.c.kind,
                happenings.c.document,
                happenings.c.first,
                happenings.c.note,
            )
            for row in connection.execute(query.limit(limit) if limit else query):
                yield {
                    "day": row.day, "what": row.kind, "of": row.whole, "name": row.name, "note": row.note, "report": row.source,
                    "document": row.document, "start": row.first, "end": row.last, "text": row.words,
                }  # fmt: skip

    def difference(self, first: date, last: date) -> Iterator[dict[str, Any]]:
        """Commitments whose status, deadline or conditions are not the same on two days, and those that are new."""
        with self.store.read() as connection:
            shown = Shown(connection)
            a, b = first.isoformat(), last.isoformat()
            moved = select(phases.c.whole).where(
                ((phases.c.first > a) & (phases.c.first <= b)) | ((phases.c.last > a) & (phases.c.last <= b))
            )
            said = (
                select(happenings.c.whole)
                .join(readings, readings.c.document == happenings.c.document)
                .where((readings.c.published > a) & (readings.c.published <= b))
            )
            query = select(wholes.c.data).where(
                (wholes.c.kind == "commitment") & (wholes.c.id.in_(moved) | wholes.c.id.in_(said))
            ).order_by(wholes.c.id)  # fmt: skip
            for (data,) in connection.execute(query):
                matter = json.loads(data)
                before, after = shown.commitment(matter, a, a), shown.commitment(matter, b, b)
                if after is None:
                    continue
                changes = {}
                for field in ("status", "deadline", "conditions"):
                    old, new = (before or {}).get(field), after[field]
                    if field == "deadline":
                        old, new = (old or {}).get("due"), (new or {}).get("due")
                    if old != new:
                        changes[field] = {"from": old, "to": new}
                if changes:
                    yield {"id": after["id"], "new": before is None, "act": after["act"], "bearer": after["bearer"],
                           "changes": changes, "because": after["because"]}  # fmt: skip

    # --- search and show
    def search(self, words: str, limit: int = 20) -> dict[str, Any]:
        """The reports that have all the words, the newest first, each with the places where the words stand."""
        with self.store.read() as connection:
            total, rows = fulltext.find(connection, words, limit)
        found = []
        for row in rows:
            marks = fulltext.marks(row.text, words)
            start, end = fulltext.excerpt(row.text, marks)
            found.append(
                {"document": row.id, "report": row.source, "published": row.published or None, "publisher": row.publisher,
                 "title": row.title, "start": start, "end": end, "text": row.text[start:end],
                 "marks": [{"start": s, "end": e, "text": row.text[s:e]} for s, e in marks]}
            )  # fmt: skip
        return {"words": words, "total": total, "reports": found}

    def show(self, identity: str, as_of: date | None = None, known: date | None = None) -> dict[str, Any] | None:
        """Everything about one id: a commitment, agreement, presence, actor, claim, report or entry; as of a day, as known
        on a day (default: the same)."""
        from mithaq.register.showing import show

        with self.store.read() as connection:
            day, until = (d.isoformat() if d else None for d in (as_of, known))
            return show(connection, identity, day, until)

    def conflicts(self) -> Iterator[dict[str, Any]]:
        """Where reports, or one source over time, contradict each other, side by side."""
        from mithaq.register.conflicts import conflicts

        with self.store.read() as connection:
            yield from conflicts(connection)

    def judgements(self) -> list[dict[str, Any]]:
        """All judgements, by day."""
        from mithaq.register.judged import Judgement

        with self.store.read() as connection:
            rows = connection.execute(select(judgements).order_by(judgements.c.day, judgements.c.id))
            return [Judgement.of_row(row).to_json() for row in rows]

    def counts(self) -> dict[str, int]:
        """How much the register holds."""
        with self.store.read() as connection:
            reports = connection.execute(select(func.count()).select_from(documents)).scalar() or 0
            copied = connection.execute(select(func.count()).select_from(copies)).scalar() or 0
            found = {"reports": int(reports), "copies": int(copied)}
            rows = connection.execute(
                select(wholes.c.kind, func.count()).group_by(wholes.c.kind).order_by(wholes.c.kind)
            ).all()
            return found | {f"{kind}s": int(count) for kind, count in rows}


_OVER = ("fulfilled", "cancelled", "superseded")


def _paged(connection: Connection, query: Any, size: int = 200) -> Iterator[str]:
    """The data of wholes, some at a time, so that memory does not grow with the register."""
    last = ""
    while True:
        rows = connection.execute(query.where(wholes.c.id > last).limit(size)).all()
        for row in rows:
            yield row.data
        if len(rows) < size:
            return
        last = rows[-1].id


def _of(connection: Connection, about: str) -> list[str]:
    """A whole, and where it is an agreement the commitments under it."""
    under = connection.execute(
        select(wholes.c.id).where(wholes.c.agreement.in_(select(nodes.c.id).where(nodes.c.whole == about)))
    ).scalars()
    return [about, *under]
