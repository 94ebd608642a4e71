"""Names of persons: where one begins and how far it goes."""

from __future__ import annotations

from mithaq.grammar.actor.sight import (
    ADJ, AL, B, DEMONYM, FUNC, GIVEN, HON, K, L, NAME, NISBA, NOMINAL, ORG, P, PART, PREP, PRESENT, PROCLITIC, PUNCT, QUANT, RANK,
    REL, ROLE, S, SURNAME, TIME, UNK, VERB, W, WEAK, Sight,
)  # fmt: skip

FREE, STRONG = 0, 1
_LONGEST = 7
_CLOSED = PREP | FUNC | REL | PUNCT | TIME | QUANT


def person_end(s: Sight, i: int, stop: int, context: int) -> int:
    """The end of the person's name that begins at token i, or i where none does.

    `context` STRONG: something beside it (a title, a verb of saying) makes a name likely, so one unknown word is enough;
    FREE: the words themselves must tell (a given name and more, two unknown words).
    """
    known = s.known_name(i)
    if known and known[1] == "person":
        return known[0]
    if known:
        return i
    weight = 0
    units = 0
    j = i
    while j < stop and j - i < _LONGEST:
        step, gain = _unit(s, j, stop, j == i, units, context)
        if not step:
            break
        j += step
        weight += gain
        units += 1
    if not units:
        return i
    if context == STRONG:
        return j if weight >= 1 else i
    return j if units >= 2 and weight >= 3 else i


def _unit(s: Sight, j: int, stop: int, first: bool, units: int, context: int) -> tuple[int, int]:
    """How many tokens the next unit of a name takes (0: none), and how much it speaks for a name."""
    bits, mask = s.bits[j], s.masks[j]
    if not first and mask & PROCLITIC or mask & P:
        return 0, 0
    articled = mask & AL
    if bits & PART and not articled:
        if j + 1 < stop and not s.bits[j + 1] & (PUNCT | PREP) and not s.masks[j + 1] & PROCLITIC:
            inner = _unit(s, j + 1, stop, False, 1, STRONG)
            return (1 + max(inner[0], 1), 2 + inner[1])
        return 0, 0
    if bits & (GIVEN | SURNAME):
        if bits & _CLOSED and not _after_name(units):
            return 0, 0
        if articled and not bits & SURNAME and first:
            return 0, 0
        return 1, 2
    if bits & _CLOSED or bits & NAME:
        return 0, 0
    if bits & WEAK:
        return (1, 1) if not (first and articled and context == FREE) else (0, 0)
    if bits & UNK:
        if articled:
            if first and (context == FREE or bits & NISBA and False):
                return 0, 0
            return 1, 1
        if bits & PRESENT and first:
            return (1, 1) if context == STRONG and _likely(s, j + 1, stop) else (0, 0)
        return 1, 1
    if units == 1 and not articled and bits & ADJ and not bits & (VERB | ROLE | RANK | HON) and not s.words[j].endswith("ا"):
        return 1, 1
    if units and articled and bits & (ADJ | DEMONYM) and not bits & (ROLE | ORG) and context == STRONG and units == 1:
        return 1, 1
    return 0, 0


def _after_name(units: int) -> bool:
    return units > 0


def _likely(s: Sight, j: int, stop: int) -> bool:
    """Whether a token can be a further word of a name."""
    if j >= stop or s.masks[j] & PROCLITIC:
        return False
    bits = s.bits[j]
    return bool(bits & (GIVEN | SURNAME | PART | UNK)) and not bits & (_CLOSED | PRESENT)


__all__ = ["B", "FREE", "K", "L", "NOMINAL", "S", "STRONG", "W", "person_end"]
