"""The tables of a register, as the newest version has them (`migrations.py` makes them, step by step).

Three things are kept for good: documents with the names they came under, the entries read from them, and judgements.
The other tables hold what is derived from these, for speed; `Register.rebuild` makes them anew and nothing is lost.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Integer, MetaData, Table, Text

meta = MetaData()


def _table(name: str, *columns: Column[object]) -> Table:
    return Table(name, meta, *columns)


def _text(name: str, **more: bool) -> Column[object]:
    return Column(name, Text, **more)  # type: ignore[arg-type]


def _int(name: str, **more: bool) -> Column[object]:
    return Column(name, Integer, **more)  # type: ignore[arg-type]


# --- what is kept
settings = _table("settings", _text("key", primary_key=True), _text("value"))
documents = _table("documents", _int("n", primary_key=True), _text("id"), _text("text"))
sources = _table(
    "sources", _text("document", primary_key=True), _text("source", primary_key=True), _text("published"),
    _text("publisher"), _text("url"), _text("title"),
)  # fmt: skip
readings = _table(
    "readings", _text("document", primary_key=True), _text("reader"), _text("digest"), _text("source"),
    _text("published"), _text("title"), _text("publisher"), _text("head"),
)  # fmt: skip
entries = _table(
    "entries", _text("document", primary_key=True), _text("layer", primary_key=True), _text("id", primary_key=True),
    _int("position"), _int("first"), _int("last"), _text("data"),
)  # fmt: skip
judgements = _table(
    "judgements", _int("n", primary_key=True), _text("id"), _text("verb"), _text("day"), _text("signed"), _text("target"),
    _text("value"), _text("note"),
)  # fmt: skip

# --- what is derived
nodes = _table(
    "nodes", _text("id", primary_key=True), _text("kind"), _text("document"), _text("entry"), _text("published"),
    _int("first"), _int("last"), _text("component"), _text("whole"), _text("reasons"), _text("features"),
)  # fmt: skip
appearances = _table(
    "appearances", _text("name"), _text("document"), _text("entity"), _text("published"), _int("first"), _int("last"),
    _text("shown"), _text("roles"),
)  # fmt: skip
keys = _table("keys", _text("kind"), _text("key"), _text("node"))
wholes = _table(
    "wholes", _text("id", primary_key=True), _text("kind"), _text("name"), _text("published"), _text("due"),
    _text("agreement"), _int("mentions"), _text("data"),
)  # fmt: skip
phases = _table("phases", _text("whole"), _text("first"), _text("last"), _text("status"), _int("barometer"))
links = _table(
    "links", _text("claim", primary_key=True), _text("kind", primary_key=True), _text("node"), _text("reasons")
)
shingles = _table("shingles", Column("hash", BigInteger), _text("document"))
copies = _table("copies", _text("document", primary_key=True), _text("original"), Column("score", Float))
happenings = _table(
    "happenings", _text("day"), _text("kind"), _text("whole"), _text("document"), _int("first"), _int("last"),
    _text("words"), _text("note"),
)  # fmt: skip
