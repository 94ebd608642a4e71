"""Copies: reports that say the same in the same words (agency copy republished). They confirm nothing anew.

Five words in a row are a shingle; two reports are copies where most shingles of the shorter stand in the longer too
(Broder's containment, 1997). To find candidates fast, every fourth shingle (by its hash) is kept.
"""

from __future__ import annotations

import hashlib
import math

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
    chunk = sorted(own)
    connection.execute(shingles.insert(), [{"hash": h, "document": document} for h in chunk])
    # Set phrases are in many reports: only those are looked at that share a good part, seen from either of the two. Who
    # shares that many shingles shares one at least when fewer than that are left out, so the commonest need not be asked.
    least = max(2, math.ceil(PART * len(own)))
    common: list[int] = []
    for often in _OFTEN:
        found = connection.execute(_COMMON, {"document": document, "often": often}).scalars()
        common += [h for h in sorted(found) if h not in common][: least - 1 - len(common)]
    asked = [h for h in chunk if h not in common]
    shared: dict[str, int] = {}
    for start in range(0, len(asked), 400):
        for other, count in connection.execute(_FIND, {"hashes": asked[start : start + 400]}):
            shared[other] = shared.get(other, 0) + count
    near = sorted(d for d, n in shared.items() if d != document and n >= least - len(common))
    if common:
        for start in range(0, len(near), 400):
            rows = connection.execute(_AMONG, {"hashes": common, "documents": near[start : start + 400]})
            for other, count in rows:
                shared[other] += count
        near = [d for d in near if shared[d] >= least]
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
_AMONG = _FIND.where(shingles.c.document.in_(bindparam("documents", expanding=True)))
# The shingles of a document that more than so many have.
_OFTEN = (1000, 50)
_other = shingles.alias()
_COMMON = select(shingles.c.hash).where(
    (shingles.c.document == bindparam("document"))
    & select(_other.c.document).where(_other.c.hash == shingles.c.hash).limit(1).offset(bindparam("often"))
    .scalar_subquery().is_not(None)
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
