"""Actors: noun phrases that name or describe persons, organisations, places and facilities."""

from mithaq.grammar.actor.phrase import ActorPhrase, phrase_at

__all__ = ["ActorPhrase", "phrase_at"]
