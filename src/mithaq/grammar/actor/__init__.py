"""Actors: noun phrases that name or describe persons, organisations, places and facilities."""

from mithaq.grammar.actor.phrase import phrase_at
from mithaq.grammar.actor.shape import ActorPhrase

__all__ = ["ActorPhrase", "phrase_at"]
