"""Copies: reports that say the same in the same words (agency copy republished). They confirm nothing anew.

Five words in a row are a shingle; two reports are copies where most shingles of the shorter stand in the longer too
(Broder's containment, 1997). To find candidates fast, every fourth shingle (by its hash) is kept.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, bindparam, func, select

from mithaq.register.schema import copies, readings, shingles
from mithaq.register.words import folded_words

WORDS = 5
KEPT = 4
ALIKE = 0.6
PART = 0.15
_SHORTEST = 12  # a report of fewer shingles is not called a copy


def hashes(text: str) -> frozenset[int]:
    """The shingles of a text that are kept, as numbers of 62 bits."""
    words = folded_words(text)
    found = set()
    for i in range(len(words) - WORDS + 1):
        digest = hashlib.blake2b(
            " ".join(words[i : i + WORDS]).encode("utf-8", "surrogatepass"), digest_size=8
        ).digest()
        number = int.from_bytes(digest, "big") >> 2
        if number % KEPT == 0:
            found.add(number)
    return frozenset(found)


def note(connection: Connection, document: str, text: str) -> set[str]:
    """Keeps the shingles of a document and finds its copies; returns the documents whose standing changes."""
    own = hashes(text)
    if not own:
        return set()
    shared: dict[str, int] = {}
    chunk = sorted(own)
    for start in range(0, len(chunk), 400):
        for other, count in connection.execute(_FIND, {"hashes": chunk[start : start + 400]}):
            shared[other] = shared.get(other, 0) + count
    connection.execute(shingles.insert(), [{"hash": h, "document": document} for h in chunk])
    # Set phrases are in many reports: only those are looked at that share a good part, seen from either of the two.
    near = sorted(d for d, n in shared.items() if d != document and n >= max(2, PART * len(own)))
    sizes: dict[str, int] = {}
    for start in range(0, len(near), 400):
        sizes.update((d, n) for d, n in connection.execute(_SIZES, {"documents": near[start : start + 400]}))
    changed = set()
    for other in near:
        count, size = shared[other], sizes[other]
        short = min(len(own), size)
        if count >= PART * size and short * KEPT >= _SHORTEST and count / short >= ALIKE:
            changed |= _relate(connection, document, other, count / short)
    return changed


_FIND = (
    select(shingles.c.document, func.count()).where(shingles.c.hash.in_(bindparam("hashes", expanding=True)))
    .group_by(shingles.c.document)
)  # fmt: skip
_SIZES = (
    select(shingles.c.document, func.count()).where(shingles.c.document.in_(bindparam("documents", expanding=True)))
    .group_by(shingles.c.document)
)  # fmt: skip


def _relate(connection: Connection, a: str, b: str, score: float) -> set[str]:
    """The later of two copies points to the earliest report it is a copy of."""
    order = {
        r.document: (r.published, r.document)
        for r in connection.execute(
            select(readings.c.document, readings.c.published).where(readings.c.document.in_([a, b]))
        )
    }
    first, later = sorted((a, b), key=lambda d: order.get(d, ("", d)))
    now = connection.execute(select(copies.c.original).where(copies.c.document == later)).scalar()
    if now is not None:
        at = connection.execute(select(readings.c.published).where(readings.c.document == now)).scalar() or ""
        if (at, now) <= order.get(first, ("", first)):
            return set()
        connection.execute(copies.delete().where(copies.c.document == later))
    connection.execute(copies.insert().values(document=later, original=first, score=round(score, 3)))
    return {later}


def forget(connection: Connection, document: str) -> set[str]:
    """Takes a document out of the table of copies, with those that point to it; returns the documents to `note` again."""
    pointing = set(connection.execute(select(copies.c.document).where(copies.c.original == document)).scalars())
    for one in sorted(pointing | {document}):
        connection.execute(shingles.delete().where(shingles.c.document == one))
        connection.execute(copies.delete().where(copies.c.document == one))
    return pointing | {document}
