"""Keeping a report: its document, the names it came under, and the entries of its record, as rows and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from mithaq.citation import LAYERS
from mithaq.document import Document
from mithaq.register.features import day_of
from mithaq.register.schema import documents, entries, readings, sources

_HEAD = {"timexes": None, "mentions": None, "statements": "content", "commitments": "act", "demands": "act", "status_claims": "span",
         "positions": "target", "presences": "span", "events": "cue", "agreements": "name", "entities": ""}  # fmt: skip


def keep_document(connection: Connection, document: Document, title: str | None) -> tuple[int, bool]:
    """Keeps a document and the name it came under; returns its number and whether anything of this is new."""
    row = connection.execute(select(documents.c.n).where(documents.c.id == document.id)).first()
    new = row is None
    if row is None:
        made = connection.execute(insert(documents).values(id=document.id, text=document.text)).inserted_primary_key
        assert made is not None
        number = int(made[0])
    else:
        number = int(row.n)
    values = {
        "published": document.published.isoformat() if document.published else None, "publisher": document.publisher,
        "url": document.url, "title": title,
    }  # fmt: skip
    where = (sources.c.document == document.id) & (sources.c.source == document.source)
    known = connection.execute(select(sources).where(where)).first()
    if known is None:
        connection.execute(insert(sources).values(document=document.id, source=document.source, **values))
        return number, True
    merged = {k: v if v is not None else getattr(known, k) for k, v in values.items()}
    if any(merged[k] != getattr(known, k) for k in merged):
        connection.execute(sources.update().where(where).values(**merged))
        return number, True
    return number, new


def canonical(connection: Connection, identity: str) -> tuple[Document, str | None]:
    """The document as it is read: under the first of its names, by day of publication and then by name, and its title."""
    text = connection.execute(select(documents.c.text).where(documents.c.id == identity)).scalar_one()
    rows = connection.execute(select(sources).where(sources.c.document == identity)).all()
    first = min(rows, key=lambda r: (r.published or "9999", r.source))
    publisher = first.publisher or min((r.publisher for r in rows if r.publisher), default=None)
    published = date.fromisoformat(first.published) if first.published else None
    document = Document(text, source=first.source, published=published, publisher=publisher, url=first.url)
    return document, first.title


def keep_reading(connection: Connection, record: dict[str, Any], reader: str, title: str | None) -> bool:
    """Keeps the entries of a record in the place of those read before; returns whether anything changed."""
    head = {k: v for k, v in record["document"].items() if k not in ("text", "id")} | {
        "issues": record.get("issues", [])
    }
    identity = record["document"]["id"]
    rows = [
        {"document": identity, "layer": layer, "id": entry["id"], "position": n, **_place(layer, entry),
         "data": json.dumps(entry, ensure_ascii=False, sort_keys=True)}
        for layer in LAYERS for n, entry in enumerate(record.get(layer, []))
    ]  # fmt: skip
    own = record["document"].get("title")
    values = {
        "source": record["document"]["source"], "published": day_of(record),
        "title": title or (own["text"] if own else None), "publisher": record["document"].get("publisher"),
        "head": json.dumps(head, ensure_ascii=False, sort_keys=True),
    }  # fmt: skip
    content = json.dumps([values, [[r["layer"], r["data"]] for r in rows]], ensure_ascii=False)
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    old = connection.execute(
        select(readings.c.digest, readings.c.reader).where(readings.c.document == identity)
    ).first()
    if old and old.digest == digest:
        if old.reader != reader:
            connection.execute(readings.update().where(readings.c.document == identity).values(reader=reader))
        return False
    if old:
        connection.execute(delete(entries).where(entries.c.document == identity))
        connection.execute(delete(readings).where(readings.c.document == identity))
    connection.execute(insert(readings).values(document=identity, reader=reader, digest=digest, **values))
    if rows:
        connection.execute(insert(entries), rows)
    return True


def _place(layer: str, entry: dict[str, Any]) -> dict[str, int]:
    head = _HEAD[layer]
    span = entry if head is None else entry.get(head) if head else None
    return (
        {"first": span["start"], "last": span["end"]}
        if isinstance(span, dict) and "start" in span
        else {"first": 0, "last": 0}
    )


def record_of(connection: Connection, identity: str) -> dict[str, Any] | None:
    """The record of a document, as it was read."""
    row = connection.execute(
        select(readings.c.head, documents.c.text).join(documents, documents.c.id == readings.c.document)
        .where(readings.c.document == identity)
    ).first()  # fmt: skip
    if row is None:
        return None
    head = json.loads(row.head)
    issues = head.pop("issues")
    record: dict[str, Any] = {"document": {"id": identity, **head, "text": row.text}, **{layer: [] for layer in LAYERS}}
    found = connection.execute(
        select(entries).where(entries.c.document == identity).order_by(entries.c.layer, entries.c.position)
    )
    for entry in found:
        record[entry.layer].append(json.loads(entry.data))
    record["issues"] = issues
    return record


def records(connection: Connection) -> Iterator[dict[str, Any]]:
    """The records of all documents, by day of publication."""
    ids = (
        connection.execute(select(readings.c.document).order_by(readings.c.published, readings.c.document))
        .scalars()
        .all()
    )
    for identity in ids:
        record = record_of(connection, identity)
        if record is not None:
            yield record
