"""The lexicon that ships: every data file of this folder, read and inflected."""

from __future__ import annotations

from importlib.resources import files

from mithaq.lexicon.cues import add_cues
from mithaq.lexicon.lexicon import Lexicon, table
from mithaq.lexicon.names import load_names
from mithaq.lexicon.words import load_words

_TABLES = ("time.toml",)


def load() -> Lexicon:
    """A new lexicon with all words that ship."""
    lexicon = Lexicon()
    for name in _TABLES:
        if (files("mithaq.lexicon") / name).is_file():
            lexicon.add_table(table(name))
    load_words(lexicon)
    load_names(lexicon)
    add_cues(lexicon)
    return lexicon
