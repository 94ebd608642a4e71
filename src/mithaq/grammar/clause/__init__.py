"""Clauses: who does something, how far what is done goes, by when, and on what condition."""

from mithaq.grammar.clause.extent import Extent, act_extent
from mithaq.grammar.clause.ground import Ground
from mithaq.grammar.clause.subject import Who, subject_of

__all__ = ["Extent", "Ground", "Who", "act_extent", "subject_of"]
