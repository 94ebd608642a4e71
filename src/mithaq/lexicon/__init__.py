"""Words as data, and the lexicon that holds them."""

from mithaq.lexicon.lexicon import Lexicon

__all__ = ["Lexicon"]
