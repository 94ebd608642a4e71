"""The lists of words that decide how far a phrase about an actor goes (`lexicon/actors.toml`), folded."""

from __future__ import annotations

from mithaq.lexicon.lexicon import table
from mithaq.text.fold import fold_word

_DATA = table("actors.toml")


def _list(name: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in _DATA[name])


FOR = _list("for")
TOLD = _list("told")
SEATED = _list("seated")
OCCASION = _list("occasion")
LOOSE = _list("loose")
NAMING = _list("naming")
PLACE_HEADS = _list("place")
FACILITY_HEADS = _list("facility")
SINGLE = _list("single")
OFFICE = _list("office")
PASSING = _list("passing")
MINISTERS = _list("ministers")
STATES = _list("states")
SOURCES = _list("sources")
SAME = {fold_word(w): fold_word(group[0]) for group in _DATA["same"] for w in group}
DEGREES = _list("degrees")
GOVERNED = {fold_word(k): fold_word(v) for k, v in _DATA["governed"].items()}
