"""Status claims as the words give them: what is said to have become of an agreement, a truce, a law, a mandate, a pledge."""

from mithaq.grammar.claim.claimed import Claimed
from mithaq.grammar.claim.claims import claims

__all__ = ["Claimed", "claims"]
