"""Names of organisations, places and facilities: which phrases name one, and where the name ends."""

# ruff: noqa: I001 - the features are imported many to a line
from __future__ import annotations

from mithaq.grammar.actor.complement import complements
from mithaq.grammar.actor.noun import Core, core
from mithaq.grammar.actor.sight import (
    ADJ, ART, CASE, CONJ, DEMONYM, FORCE, GROUP, MASDAR, MINISTRY, NAME, NAMED, NOMINAL, NOUN, OPEN, PEOPLE, PLURAL,
    PROCLITIC, PRON, ROLE, UNK, VERB, WEAKROLE, Sight,
)  # fmt: skip
from mithaq.grammar.actor.words import FACILITY_HEADS, LOOSE, MINISTERS, NAMING, PASSING, PLACE_HEADS, STATES


def organisation_end(s: Sight, i: int, stop: int) -> int:
    """The end of the name of an organisation that begins at token i, or i where none does."""
    bits, before = s.bits[i], s.bits[i - 1] if i else 0
    if bits & PRON:
        return i
    known = s.known_name(i)
    if known is None:
        if before & ROLE and s.stems[i - 1] in MINISTERS:
            return i  # وزيرة الجيوش
        if bits & ADJ and before & ART and before & (ADJ if bits & CONJ else NOMINAL):
            return i  # الانتخابات الفدرالية
        if (bits & PLURAL and not bits & FORCE) or s.stems[i] in STATES:
            return i
        if (
            bits & MINISTRY
            and not bits & CASE
            and before & NOMINAL
            and not before & (ART | PRON | VERB)
            and s.words[i - 1] != "باسم"
        ):
            return i
        if bits & MASDAR and not bits & ART and not _sure(s, i + 1):
            return i  # تنظيم صلاحيات الرئيس
    elif bits & NAMED and i + 1 < s.count and s.bits[i + 1] & (NAMED | UNK) and not s.bits[i + 1] & PROCLITIC:
        return i  # نيكي هايلي
    found = core(s, i, stop)
    if found is None or found.kind != "org":
        return i
    if (not found.proper and not _names(s, found)) or any(s.bits[k] & PRON for k in range(i + 1, found.last)):
        return i
    if found.last < s.count and found.definite:
        complements(s, found, min(stop, found.last + 6), 1)
    last = found.last
    while last - i > 1 and s.stems[last - 1] in PASSING and not s.known_name(last - 2):
        last -= 1
    if last - i > 1 or known or found.proper:
        return last
    return i


def _sure(s: Sight, i: int) -> bool:
    """Whether what follows a group noun that is also a verbal noun is the name of a group."""
    return i < s.count and bool(s.bits[i] & (GROUP | FORCE | NAME | UNK | OPEN | NAMED) or s.known_name(i))


def _names(s: Sight, found: Core) -> bool:
    """Whether a group noun with what belongs to it names an organisation."""
    i = found.first
    bits = s.bits[i]
    if bits & MINISTRY and not bits & GROUP:
        return found.last - i < 2 or any(s.bits[k] & DEMONYM for k in range(i + 1, found.last))
    if found.last - i < 2:
        return False
    if (bits & PLURAL and not bits & FORCE) or any(
        s.bits[k] & ROLE and not s.bits[k] & WEAKROLE for k in range(i + 1, found.last)
    ):
        return False
    if s.stems[i] in LOOSE:
        return s.stems[i] in NAMING and any(s.bits[k] & (DEMONYM | NAME) for k in range(i + 1, found.last))
    return found.definite or s.stems[i] in ("لجنه", "هييه", "منظمه", "قوات")


def place_at(s: Sight, i: int, stop: int) -> tuple[str, int] | None:
    """The label and the end of a place or a facility that a noun of place opens at token i."""
    stem = s.stems[i]
    facility = stem in FACILITY_HEADS
    if (not facility and stem not in PLACE_HEADS) or s.bits[i] & (PLURAL | PRON) or i + 1 >= s.count:
        return None
    following = s.bits[i + 1]
    if (
        facility
        and not following & NAME
        and (following & (PEOPLE | PLURAL) or (following & ADJ and not following & NOUN))
    ):
        return None  # سجن المدانين
    found = core(s, i, stop)
    if found and found.definite and found.last - i > 1 and not s.bits[i] & ART and (found.proper or facility):
        label = "facility" if facility else "place"
        inner = i + 1
        if label == "place" and s.known_name(inner):
            return None  # مدينة بغداد: the name itself is the mention
        last = found.last
        while (
            last - inner > 1
            and s.bits[last - 1] & ADJ
            and s.bits[last - 1] & ART
            and (not facility or s.bits[last - 1] & DEMONYM)
        ):
            last -= 1
        return label, last
    return None
