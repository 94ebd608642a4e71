"""Phrases with a preposition that belong to an actor's noun phrase (مصدر في القيادة, المتحدث باسم الرئاسة)."""

# ruff: noqa: I001 - the features are imported many to a line
from __future__ import annotations

from mithaq.grammar.actor.noun import Core, core
from mithaq.grammar.actor.person import STRONG, person_end
from mithaq.grammar.actor.sight import (
    ACT, ADJ, ART, BOUND, CASE, CONJ, DEM, DIGIT, GROUP, HON, MASDAR, NAME, NAMED, NOUN, OPEN, PART, PEOPLE, PERSON,
    PLACE, PLURAL, PREP, PROCLITIC, PRON, PUNCT, RANK, REL, ROLE, TIME, VERB, Sight,
)  # fmt: skip
from mithaq.grammar.actor.words import FOR, GOVERNED, OCCASION, PASSING, SEATED, TOLD
from mithaq.text.clitics import B, L


def complements(s: Sight, found: Core, stop: int, depth: int = 0) -> None:
    """Phrases with a preposition that belong to the core; they move its end."""
    for _ in range(3):
        j = found.last
        if j >= stop:
            return
        at = complement(s, found, j)
        if at is None:
            at = _before_name(s, found, j, stop)
        if at is None or at >= stop:
            return
        inner = core(s, at, stop)
        if inner is None or inner.kind == "unknown":
            end = person_end(s, at, stop, STRONG)
            if end == at:
                return
            found.last = end
            continue
        if depth < 2:
            complements(s, inner, stop, depth + 1)
        found.last = inner.last


def _before_name(s: Sight, found: Core, j: int, stop: int) -> int | None:
    """A phrase with a preposition between a title and its holder (رئيس اللجنة الأمنية بالحج الفريق أول سعيد): whatever it is, it belongs."""
    bits = s.bits[j]
    if found.kind != "role" or not found.definite or bits & CONJ or not bits & (PREP | CASE):
        return None
    at = j + 1 if bits & PREP else j
    if at >= stop:
        return None
    inner = core(s, at, stop)
    if inner is None or inner.last >= stop or inner.kind in ("role", "people", "unknown"):
        return None
    after = s.bits[inner.last]
    holds = (after & (RANK | HON) and after & ART) or after & (NAMED | PART)
    return at if holds and not after & PROCLITIC else None


def complement(s: Sight, found: Core, j: int) -> int | None:
    """Where the noun begins that a preposition at token j ties to the core; None where there is no such tie."""
    bits = s.bits[j]
    if bits & CONJ:
        return None
    head, word, before = s.stems[found.first], s.words[j], s.stems[j - 1]
    stem = s.stems[j]
    if word == "باسم" or word == "بلسان":
        return j + 1
    if bits & CASE:
        mask = s.page.mask(j)
        if mask & L:
            if before in PASSING or stem in TOLD or bits & (TIME | DEM | PRON) or (bits & MASDAR and bits & ACT):
                return None
            if (found.kind == "org" and s.known_name(found.first)) or (
                found.kind == "role" and bits & PLURAL and bits & ROLE
            ):
                return None
            if found.kind == "org" or (
                found.kind == "role" and (head in FOR or (not found.definite and not bits & PERSON))
            ):
                return j
            if s.bits[j - 1] & ADJ and before in _FAVOURS:
                return j
            return None
        there = (head in SEATED or found.kind == "org") and (s.known_name(j) or bits & (PLACE | GROUP))
        return j if mask & B and stem not in OCCASION and (there or GOVERNED.get(before) == "ب") else None
    if not bits & PREP:
        return None
    if j + 1 >= s.count:
        return None
    following, next_bits = s.stems[j + 1], s.bits[j + 1]
    if following in OCCASION or (next_bits & (TIME | DIGIT | DEM | REL | BOUND | PUNCT) and not next_bits & OPEN):
        return None
    if GOVERNED.get(before) == word or (GOVERNED.get(head) == word and not found.proper):
        return j + 1
    seated = head in SEATED or (not found.definite and found.kind in ("role", "people"))
    if word in ("في", "لدي", "داخل") and seated:
        return None if next_bits & (PRON | VERB) and not next_bits & ART and not next_bits & NOUN else j + 1
    if (
        word == "من"
        and not found.definite
        and (seated or found.kind == "org")
        and next_bits & (ART | NAME | GROUP | PEOPLE)
    ):
        return j + 1
    return None


_FAVOURS = frozenset(
    "تابع تابعه تابعين موالي مواليه موالين مويد مويدين مويده معارض معارضه معارضين مناهض مناهضه مناهضين داعم داعمه داعمين منتمي منتميه منتمين".split()
)
