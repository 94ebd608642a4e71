"""Commitments as the words give them: what triggers one, what the act is, and who is said to be bound."""

from mithaq.grammar.commitment.undertaking import Undertaking
from mithaq.grammar.commitment.undertakings import undertakings

__all__ = ["Undertaking", "undertakings"]
