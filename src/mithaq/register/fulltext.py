"""Full-text search: FTS5 in SQLite, tsvector in PostgreSQL, over the light stems of the folded words.

The index finds reports; where the words stand in a report is found in its own text, so that they are marked in the
original spelling, diacritics and all.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

from mithaq.register.words import search_words


def index(connection: Connection, number: int, words: str) -> None:
    """Puts a document into the index."""
    stems = " ".join(dict.fromkeys(w for w, _, _ in search_words(words)))
    if connection.dialect.name == "postgresql":
        connection.execute(
            text("INSERT INTO search (document, words) VALUES (:n, to_tsvector('simple', :w))"),
            {"n": number, "w": stems},
        )
    else:
        connection.execute(text("INSERT INTO search (rowid, words) VALUES (:n, :w)"), {"n": number, "w": stems})


def find(connection: Connection, words: str, limit: int) -> tuple[int, list[Any]]:
    """How many reports have all the words, and the newest of them: rows with id, text, source, published, title."""
    stems = list(dict.fromkeys(w for w, _, _ in search_words(words)))
    if not stems:
        return 0, []
    if connection.dialect.name == "postgresql":
        query = " & ".join("'" + s.replace("'", "''") + "'" for s in stems)
        where, source = "s.words @@ to_tsquery('simple', :q)", "search s JOIN documents d ON d.n = s.document"
    else:
        query = " AND ".join('"' + s.replace('"', '""') + '"' for s in stems)
        where, source = "search MATCH :q", "search JOIN documents d ON d.n = search.rowid"
    total = (
        connection.execute(
            text(f"SELECT count(*) FROM {source.split(' JOIN')[0]} WHERE {where}"), {"q": query}
        ).scalar()
        or 0
    )
    ids = (
        f"SELECT d.n FROM {source} JOIN readings r ON r.document = d.id WHERE {where} "
        "ORDER BY r.published DESC, r.document LIMIT :limit"
    )
    rows = connection.execute(
        text(
            "SELECT d.id, d.text, r.source, r.published, r.title, r.publisher FROM documents d "
            f"JOIN readings r ON r.document = d.id WHERE d.n IN ({ids}) ORDER BY r.published DESC, r.document"
        ),
        {"q": query, "limit": limit},
    ).all()
    return int(total), list(rows)


def marks(original: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand in a text."""
    wanted = {w for w, _, _ in search_words(words)}
    return [(start, end) for w, start, end in search_words(original) if w in wanted]


def excerpt(original: str, found: list[tuple[int, int]], width: int = 160) -> tuple[int, int]:
    """The stretch of a text that shows most of the marks, cut at line breaks and spaces."""
    if not found:
        return 0, min(len(original), width)
    best = max(range(len(found)), key=lambda i: (sum(1 for s, e in found[i:] if e <= found[i][0] + width), -i))
    start = max(0, found[best][0] - width // 4)
    line = original.rfind("\n", start, found[best][0])
    start = line + 1 if line >= 0 else start
    while start and not original[start - 1].isspace():
        start -= 1
    end = min(len(original), start + width)
    line = original.find("\n", found[best][1], end)
    end = line if line >= 0 else end
    while end < len(original) and not original[end].isspace():
        end += 1
    return start, end
