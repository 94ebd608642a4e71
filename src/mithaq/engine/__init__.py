"""Matching, without Arabic: word classes become symbols, patterns over classes become regular expressions.

A cascade of finite-state levels in the manner of Abney (1996), "Partial Parsing via Finite-State Cascades": the finds of
one level are single symbols of the next.
"""

from mithaq.engine.alphabet import Alphabet
from mithaq.engine.level import Level, Line
from mithaq.engine.rule import Doubt, Find, Form, Match, Rule

__all__ = ["Alphabet", "Doubt", "Find", "Form", "Level", "Line", "Match", "Rule"]
