"""The register: documents, entries and judgements in, one dated and cited account out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, delete, select

import mithaq
from mithaq.document import Document
from mithaq.reading import Reader
from mithaq.register import actors, copies, fulltext, keep
from mithaq.register.address import DEFAULT, RegisterError, parse
from mithaq.register.assemble import Assembler
from mithaq.register.deciding import decide
from mithaq.register.features import day_of, nodes_of
from mithaq.register.judged import Judged, Judgement
from mithaq.register.resolve import Resolver
from mithaq.register.schema import (
    appearances,
    documents,
    happenings,
    judgements,
    keys,
    links,
    nodes,
    phases,
    readings,
    shingles,
    wholes,
)  # fmt: skip
from mithaq.register.schema import copies as copies_table
from mithaq.register.store import Store
from mithaq.register.views import Views

Read = Callable[[Document], dict[str, Any]]
_BATCH = 500  # so many reports are put together at once where all are


def open_register(url: str = DEFAULT, *, create: bool = True, patience: float = 30.0) -> Register:
    """The register at a path (`mithaq.db`) or a URL (`sqlite:///PATH`, `postgresql://…`), made if there is none and
    `create` allows it. `patience`: how many seconds to wait for another writer."""
    return Register(Store(parse(url), patience, create))


class Register(Views):
    """Many reports as one account. Use it as a context manager, or `close` it."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._reader: Reader | None = None

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Gives the database back."""
        self.store.close()

    # --- in
    def add(self, document: Document, *, title: str | None = None, read: Read | None = None, reader: str = "") -> bool:
        """Puts a report in and returns whether that changed the register. `read` gives its record in JSON form (default:
        the reader that ships); it is called before the register is locked, and again only where the text is known under
        an earlier day already."""
        return self.add_many([(document, title)], read=read, reader=reader) == 1

    def add_many(
        self, found: Iterable[tuple[Document, str | None]], *, read: Read | None = None, reader: str = ""
    ) -> int:
        """Puts reports with their titles in, all in one transaction, and returns how many changed the register. The result
        is that of adding them one by one; what they have in common is put together once and not once a report."""
        read = read or self._read
        known = [(d, title, None if self.has(d) else read(d)) for d, title in found]
        if not known:
            return 0
        with self.store.write() as connection:
            changed: dict[str, tuple[dict[str, Any], bool]] = {}
            count = 0
            for document, title, record in known:
                number, new = keep.keep_document(connection, document, title)
                if not new:
                    continue
                count += 1
                kept, title = keep.canonical(connection, document.id)
                if record is None or (kept.source, kept.published, kept.publisher) != (
                    document.source,
                    document.published,
                    document.publisher,
                ):
                    record = read(kept)
                first = (
                    connection.execute(select(readings.c.document).where(readings.c.document == document.id)).first()
                    is None
                )
                if first:
                    fulltext.index(connection, number, kept.text)
                if keep.keep_reading(connection, record, reader or _reader_name(), title):
                    before = changed.pop(document.id, None)
                    changed[document.id] = (record, first or (before is not None and before[1]))
            if changed:
                self._index(connection, list(changed.values()))
            return count

    def has(self, document: Document) -> bool:
        """Whether the register holds this text under this name, with this day."""
        return not self._would_change(document)

    def _would_change(self, document: Document) -> bool:
        from mithaq.register.schema import sources

        with self.store.read() as connection:
            row = connection.execute(
                select(sources).where((sources.c.document == document.id) & (sources.c.source == document.source))
            ).first()
        day = document.published.isoformat() if document.published else None
        return row is None or any(
            given is not None and given != now
            for given, now in ((day, row.published), (document.publisher, row.publisher), (document.url, row.url))
        )

    def reread(self, *, read: Read | None = None, reader: str = "", step: Callable[[str], None] | None = None) -> int:
        """Reads all documents again and returns how many records changed. A report that is read already with this reader is
        left alone, so an interrupted run goes on where it stopped; entries change one report a transaction."""
        read, name = read or self._read, reader or _reader_name()
        with self.store.read() as connection:
            todo = list(connection.execute(
                select(readings.c.document).where(readings.c.reader != name).order_by(readings.c.published, readings.c.document)
            ).scalars())  # fmt: skip
        changed = 0
        for identity in todo:
            with self.store.read() as connection:
                document, title = keep.canonical(connection, identity)
            if step:
                step(document.source)
            record = read(document)
            with self.store.write() as connection:
                if keep.keep_reading(connection, record, name, title):
                    self._index(connection, [(record, False)])
                    changed += 1
        return changed

    def judge(
        self, verb: str, targets: list[str], *, by: str, day: date, field: str | None = None, value: str | None = None,
        note: str | None = None,
    ) -> dict[str, Any]:  # fmt: skip
        """Keeps what a person decided: `verb` (accept, reject, correct, merge, split) about ids of the register, signed and
        dated by the caller. Judgements are never changed or removed: a later one has the last word."""
        with self.store.write() as connection:
            made = decide(connection, verb, targets, by, day, field, value, note)
            known = connection.execute(select(judgements.c.id).where(judgements.c.id == made.id)).first()
            if known is None:
                connection.execute(judgements.insert().values(**made.row()))
                self._judged(connection, made)
            return made.to_json()

    def rebuild(self) -> None:
        """Makes all that is derived anew, from the documents, entries and judgements alone."""
        with self.store.write() as connection:
            for table in (nodes, keys, links, wholes, phases, happenings, appearances, shingles, copies_table):
                connection.execute(delete(table))
            batch: list[tuple[dict[str, Any], bool]] = []
            for record in keep.records(connection):
                batch.append((record, True))
                if len(batch) == _BATCH:
                    self._index(connection, batch)
                    batch = []
            self._index(connection, batch)

    # --- keeping what is derived up to date
    def _index(self, connection: Connection, changed: list[tuple[dict[str, Any], bool]]) -> None:
        """Brings what is derived up to date after the records of some documents changed (or came: `first`)."""
        judged = load_judged(connection)
        resolver = Resolver(connection, judged)
        names: set[str] = set()
        for record, first in changed:
            identity = record["document"]["id"]
            published = day_of(record)
            again: set[str] = set()
            if not first:
                before = connection.execute(
                    select(nodes.c.published).where((nodes.c.document == identity) & (nodes.c.kind != "actor")).limit(1)
                ).scalar()
                names |= set(
                    connection.execute(select(appearances.c.name).where(appearances.c.document == identity)).scalars()
                )
                connection.execute(delete(appearances).where(appearances.c.document == identity))
                resolver.retract(identity)
                if before != published:
                    again = copies.forget(connection, identity)
            if first or again:
                copied = copies.note(connection, identity, record["document"]["text"])
                for other in sorted(again - {identity}):
                    text = connection.execute(select(documents.c.text).where(documents.c.id == other)).scalar_one()
                    copied |= copies.note(connection, other, text) | {other}
                for other in sorted(copied - {identity}):
                    resolver.dirty |= _touched(connection, other)
            here = actors.appear(connection, record, published)
            names |= actors.unsettled(connection, record, published, here - names)
            resolver.insert(nodes_of(record))
        actors.settle(connection, names, judged)
        Assembler(connection, judged, resolver).put(resolver.settle())

    def _judged(self, connection: Connection, made: Judgement) -> None:
        judged = load_judged(connection)
        kinds = {a.kind for a in made.targets}
        if "actor" in kinds:
            actors.settle(connection, {a.name for a in made.targets}, judged)
        resolver = Resolver(connection, judged)
        for identity in sorted({a.document for a in made.targets if a.kind != "actor"}):
            record = keep.record_of(connection, identity)
            if record is not None:
                resolver.retract(identity)
                resolver.insert(nodes_of(record))
        Assembler(connection, judged, resolver).put(resolver.settle())

    def _read(self, document: Document) -> dict[str, Any]:
        if self._reader is None:
            self._reader = Reader()
        return self._reader.read(document).to_json()

    def check(self) -> Iterator[str]:
        """What is wrong with the register: every id, quote and reference of every record is looked at again."""
        from mithaq.register.soundness import problems

        yield from problems(self.store)


def load_judged(connection: Connection) -> Judged:
    """The judgements of a register, in the order in which they count."""
    rows = connection.execute(select(judgements).order_by(judgements.c.day, judgements.c.id))
    return Judged([Judgement.of_row(row) for row in rows])


def _touched(connection: Connection, document: str) -> set[str]:
    """The wholes that a document has mentions of, or claims on."""
    own = connection.execute(select(nodes.c.id, nodes.c.whole).where(nodes.c.document == document)).all()
    found = {r.whole for r in own if r.whole and r.whole[0] != "n"}
    bound = select(links.c.node).where(links.c.claim.in_([r.id for r in own]))
    found |= set(
        connection.execute(select(nodes.c.whole).where(nodes.c.id.in_(bound) & nodes.c.whole.is_not(None))).scalars()
    )
    return found


@cache
def _reader_name() -> str:
    """The version of the reader that ships, and a digest of all it reads by: its rules, its words and its code."""
    from importlib.metadata import version

    digest = hashlib.sha256()
    root = Path(mithaq.__file__).parent
    for path in sorted(
        p for floor in ("text", "engine", "lexicon", "grammar", "reading") for p in (root / floor).rglob("*")
    ):
        if path.suffix in (".py", ".toml", ".tsv", ".txt"):
            digest.update(path.read_bytes())
    return f"mithaq {version('mithaq')} {digest.hexdigest()[:8]}"


__all__ = ["Register", "RegisterError", "open_register"]
