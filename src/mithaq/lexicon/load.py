"""The lexicon: every data file of this folder, read and inflected, and the files of a user."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike

from mithaq.lexicon.cues import add_cues
from mithaq.lexicon.deeds import add_deeds
from mithaq.lexicon.events import add_events
from mithaq.lexicon.extend import extend
from mithaq.lexicon.kept import kept
from mithaq.lexicon.lexicon import Lexicon, table
from mithaq.lexicon.names import load_names
from mithaq.lexicon.words import load_words

# Tables, and a class that all their forms have beside their own.
_TABLES = (("time.toml", "timeword"), ("numerals.toml", "numword"))
# Entries that would hide a word of time with its clitics: governors (والٍ), بنهاية and بنحو as words of their own,
# forms of سام that nobody writes beside سـ + يتم, ألسنة.
_HIDING = ("والان", "بالامس", "بنهايه", "بنحو", "بحوالي", "سيتم", "ستتم", "السنه")


def load(gazetteers: Iterable[str | PathLike[str]] = (), lexicons: Iterable[str | PathLike[str]] = ()) -> Lexicon:
    """A new lexicon with all words that ship, and the names of a user's files."""
    lexicon = kept(_shipped)
    extend(lexicon, gazetteers, lexicons)
    return lexicon


def _shipped() -> Lexicon:
    """The lexicon with all words that ship."""
    lexicon = Lexicon()
    for name, beside in _TABLES:
        lexicon.add_table(table(name), beside)
    load_words(lexicon)
    load_names(lexicon)
    add_cues(lexicon)
    add_deeds(lexicon)
    add_events(lexicon)
    for form in _HIDING:
        lexicon.drop(form)
    return lexicon
