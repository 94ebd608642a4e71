"""Whether a register is sound: every text has its id, every quote stands where it is said to stand, nothing dangles."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select, text

from mithaq.citation import check
from mithaq.document import Document
from mithaq.register import keep
from mithaq.register.schema import documents, entries, links, nodes, readings, wholes
from mithaq.register.store import Store


def problems(store: Store) -> Iterator[str]:
    """What is wrong, one line each; nothing, if the register is sound."""
    with store.read() as connection:
        if connection.dialect.name == "sqlite":
            for (said,) in connection.execute(text("PRAGMA integrity_check")):
                if said != "ok":
                    yield f"file: {said}"
        read = set(connection.execute(select(readings.c.document)).scalars())
        for identity in connection.execute(select(documents.c.id).order_by(documents.c.n)).scalars().all():
            if identity not in read:
                yield f"document {identity}: it was never read; run mithaq reread"
                continue
            record = keep.record_of(connection, identity)
            if record is None:
                continue
            if Document(record["document"]["text"]).id != identity:
                yield f"document {identity}: its text is not the one it was kept under"
            for problem in check(record).problems:
                yield f"document {identity}: {problem}"
        yield from _dangling(connection)


def _dangling(connection: object) -> Iterator[str]:
    from sqlalchemy import Connection

    assert isinstance(connection, Connection)
    lost = connection.execute(
        select(entries.c.document).distinct().where(entries.c.document.not_in(select(readings.c.document)))
    )
    for (document,) in lost:
        yield f"document {document}: there are entries, but no reading"
    for (node,) in connection.execute(select(nodes.c.id).where((nodes.c.kind != "actor") & nodes.c.whole.is_(None))):
        yield f"node {node}: it belongs to nothing; run mithaq reread --rebuild"
    known = select(wholes.c.id)
    for (node,) in connection.execute(
        select(nodes.c.id).where(
            nodes.c.kind.in_(("commitment", "agreement", "presence")) & nodes.c.whole.not_in(known)
        )
    ):
        yield f"node {node}: what it belongs to is missing; run mithaq reread --rebuild"
    for (claim,) in connection.execute(select(links.c.claim).where(links.c.node.not_in(select(nodes.c.id)))):
        yield f"claim {claim}: what it is about is missing; run mithaq reread --rebuild"
