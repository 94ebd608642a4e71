"""Names of persons: where one begins and how far it goes."""

# ruff: noqa: I001 - the features are imported many to a line
from __future__ import annotations

from mithaq.grammar.actor.sight import (
    ADJ, ADVERB, ART, BOUND, CASE, CLOSED, DEMONYM, DIGIT, FUNC, GIVEN, GROUP, LATER, NAME, NAMED, NISBA, NOUN, PART,
    PEOPLE, PLACE, PREP, PRESENT, PROCLITIC, PRON, PUNCT, QUANT, REL, ROLE, SAY, SURNAME, TAIL, TIME, TITLE, UNK, VERB,
    WEAK, WEAKPART, WEAKROLE, WEAKTAIL, Sight,
)  # fmt: skip

# How likely a name is here: nothing says so; a title or a verb of saying stands beside it; a ruler's title, whose name is often
# one word with the sentence behind it.
FREE, STRONG, RULER = 0, 1, 2
_LONGEST = 8


def person_end(s: Sight, i: int, stop: int, context: int) -> int:
    """The end of the person's name that begins at token i, or i where none does.

    Where nothing beside it makes a name likely (`FREE`), the words themselves must tell: a last name that reports use alone, a
    given name and more.
    """
    known = s.known_name(i)
    if known:
        if known[1] == "person":
            return known[0]
        if known[1] != "surname" and not (s.bits[i] & NAMED and known[0] == i + 1):
            return i
    weight = units = 0
    j = i
    while j < stop and j - i < _LONGEST:
        bits = s.bits[j]
        if units and bits & PUNCT:
            # يونج-وو: a hyphen without spaces
            if (
                s.words[j] == "-"
                and s.touches(j - 1)
                and s.touches(j)
                and j + 1 < stop
                and s.bits[j + 1] & (UNK | NAMED | WEAK)
            ):
                j += 1
                continue
            break
        step, gain = _unit(s, j, stop, units, weight, context)
        if not step:
            break
        j += step
        weight += gain
        units += 1
    if not units:
        return i
    if context:
        return j
    return (
        j
        if (weight >= 3 and units >= 2) or (weight >= 2 and s.bits[i] & SURNAME) or (j - i >= 2 and s.bits[i] & PART)
        else i
    )


def _unit(s: Sight, j: int, stop: int, units: int, weight: int, context: int) -> tuple[int, int]:
    """How many tokens the next unit of a name takes (0: none), and how much it speaks for a name."""
    bits = s.bits[j]
    first = units == 0
    if not first and bits & PROCLITIC and not _mistaken(s, j, units):
        return 0, 0
    if bits & TIME and bits & ART:
        return 0, 0
    known = s.known_name(j)
    if known and known[1] == "surname":
        return known[0] - j, 2
    if bits & (PART | WEAKPART) and (
        (bits & PART and (not first or context or s.words[j] in _OPENING)) or (not first and _proper(s, j + 1, stop))
    ):
        return _particle(s, j, stop, first and not context)
    if bits & NAMED and not (first and bits & ART and not bits & SURNAME):
        if bits & QUANT or (bits & (PREP | FUNC) and not (first and context and _proper(s, j + 1, stop))):
            return 0, 0
        if ((units >= 2 and bits & SURNAME) or (units == 1 and not context)) and not bits & ART and _last(s, j - 1):
            return 0, 0  # اتهم غاندي مودي, التقى ترامب تيريزا ماي
        return 1, 2
    if not first and bits & (TAIL | WEAKTAIL) and (bits & TAIL or not bits & (PREP | FUNC | VERB)):
        return 1, 1
    if bits & WEAK:
        return _weak(s, j, stop, units, context)
    if bits & LATER and units == 1 and not bits & VERB:  # رجب طيب
        return 1, 1
    if units == 1 and bits & PRON and s.words[j].endswith("ني") and len(s.words[j]) > 4:
        return 1, 1  # هشام بناني: no noun takes ني
    if bits & (CLOSED | TIME | NAME) or (
        bits & PRON and not (bits & VERB and units == 1 and s.words[j].endswith("ني"))
    ):
        return 0, 0
    if bits & UNK:
        if units == 1 and not context and _last(s, j - 1):
            return 0, 0
        return _unknown(s, j, stop, units, context)
    if first and context and bits & ADJ and not bits & (ART | VERB | TITLE) and j + 1 < stop and s.bits[j + 1] & GIVEN:
        return 1, 1  # وزير الدفاع العراقي ثابت محمد: an adjective would have its article
    if first or units > 1:
        return 0, 0
    if bits & ART:
        # محمد الحكيم: an articled adjective behind one given name is part of the name
        fits = (
            bits & (ADJ | DEMONYM | WEAKROLE)
            and not bits & (GROUP | PEOPLE | PLACE)
            and (not bits & ROLE or bits & WEAKROLE)
        )
        return (1, 1) if fits and (context or s.bits[j - 1] & GIVEN) and not s.bits[j - 1] & SURNAME else (0, 0)
    if bits & VERB:
        name = context == STRONG and not bits & (SAY | PRESENT) and weight < 3 and _ends(s, j + 1, stop)
        return (1, 1) if name and not bits & NOUN and not s.bits[j - 1] & SURNAME else (0, 0)
    if bits & ADJ and not bits & (TITLE | ADVERB) and not s.words[j].endswith("ا") and not s.ends_in(j, "ة"):
        return (1, 1) if not s.bits[j - 1] & SURNAME else (0, 0)
    return 0, 0


def _last(s: Sight, j: int) -> bool:
    """Whether a token is a last name and no first name."""
    return bool(s.bits[j] & SURNAME) and not s.bits[j] & (GIVEN | WEAK)


def _weak(s: Sight, j: int, stop: int, units: int, context: int) -> tuple[int, int]:
    """A word that is a name and a common word."""
    bits = s.bits[j]
    if (bits & QUANT and not (units == 1 and _proper(s, j + 1, stop))) or (units >= 2 and bits & (VERB | TITLE)):
        return 0, 0
    if bits & (PREP | FUNC):
        if s.stems[j] != "علي" or s.ends_in(j, "ى"):
            return 0, 0
        if not s.dotted_ya and not (_ends(s, j + 1, stop) if units else _proper(s, j + 1, stop)):
            return 0, 0
        return 1, 2 if s.dotted_ya else 1
    if not units and not _proper(s, j + 1, stop):
        if (not context and bits & (VERB | ADJ | NOUN)) or (bits & TIME and not bits & ART):
            return 0, 0
        if bits & PRON or (context and bits & VERB and bits & PRESENT):
            return 0, 0
    return 1, 1


def _particle(s: Sight, j: int, stop: int, alone: bool = False) -> tuple[int, int]:
    """A particle with the word that it opens: بن سلمان, عبد الفتاح, آل ثاني. `alone`: nothing before it makes a name likely."""
    k = j + 1
    if (
        k >= stop
        or s.bits[k] & (PUNCT | REL | CASE | BOUND | DIGIT)
        or (s.bits[k] & (PREP | FUNC) and s.stems[k] != "علي")
    ):
        return 0, 0
    if s.words[j] in _SON and (alone or s.words[j] == "ابن") and not (_proper(s, k, stop) or s.bits[k] & (WEAK | PART)):
        return 0, 0
    if s.bits[k] & (PART | WEAKPART):
        step, gain = _particle(s, k, stop)
        return (1 + step, gain + 1) if step else (0, 0)
    return 2, 2


_OPENING = frozenset(("بن", "ابن", "عبد", "ابو", "ابي", "ابا", "ام", "بنت"))
_SON = frozenset(("ابن", "بنت", "ابنه", "ولد"))


def _unknown(s: Sight, j: int, stop: int, units: int, context: int) -> tuple[int, int]:
    """An unknown word as a part of a name."""
    bits, word = s.bits[j], s.words[j]
    if bits & ART:
        if not units and not context:
            return 0, 0
        if (
            not units
            and bits & NISBA
            and j + 1 < stop
            and ((s.bits[j + 1] & ART and s.bits[j + 1] & ADJ) or _proper(s, j + 1, stop))
        ):
            return 0, 0  # الممثل الكوميدي الأمريكي جيم كاري
        if not units and (
            (len(word) > 6 and word[2] == "ا" and word[-2] == "ا") or word.endswith(("ون", "ين")) or s.ends_in(j, "ة")
        ):
            return 0, 0  # plurals and abstract nouns that no lexicon knows
        return 1, 1
    if (len(word) < 3 and not units) or (len(word) > 4 and word.endswith(("ها", "هم"))):
        return 0, 0
    if (s.ends_in(j, "ة") and not units) or (word.endswith("ا") and word[0] == "م" and len(word) > 5 and not units):
        return 0, 0
    if units and ((word[0] == "و" and word[1] not in "ايل") or _prepositional(word)):
        return 0, 0
    if bits & PRESENT and not units and not (context and (_proper(s, j + 1, stop) or _ends(s, j + 1, stop))):
        return 0, 0
    if units > 2 and bits & PRESENT:
        return 0, 0
    return 1, 1


def _prepositional(word: str) -> bool:
    """Whether an unknown word looks like ب or ل with a verbal noun (بتأجيج, بافتعال)."""
    if len(word) < 5 or word[0] not in "بلك":
        return False
    return (word[1] == "ت" and word[-2] == "ي") or (word[1] == "ا" and word[-2] == "ا" and len(word) > 5)


def _proper(s: Sight, j: int, stop: int) -> bool:
    """Whether a token is likely a word of a name."""
    if j >= stop or s.bits[j] & PROCLITIC:
        return False
    bits = s.bits[j]
    if bits & (NAMED | PART):
        return True
    return (
        bool(bits & (UNK | WEAK))
        and not bits & (CLOSED | TIME | PRESENT | VERB)
        and not (bits & UNK and s.ends_in(j, "ة"))
    )


def _ends(s: Sight, j: int, stop: int) -> bool:
    """Whether a name can end before token j: no object follows."""
    if j >= stop:
        return True
    bits = s.bits[j]
    return bool(bits & (PUNCT | PREP | FUNC | REL | VERB | ADVERB | TIME | PROCLITIC | BOUND | ADJ)) or not bits & (
        NOUN | ROLE
    )


def _mistaken(s: Sight, j: int, units: int) -> bool:
    """Whether the clitics of a token are letters of a name: what they leave is a verb, which no preposition governs (ليبرمان)."""
    bits = s.bits[j]
    return (
        units == 1
        and not bits & ART
        and bool(bits & VERB)
        and not bits & (NOUN | ADJ | PRESENT | SAY)
        and len(s.words[j]) > 3
    )


__all__ = ["FREE", "RULER", "STRONG", "person_end"]
