"""How an act hangs on its verb: where it begins, and whether the verb says that anything happens at all."""

from __future__ import annotations

from mithaq.grammar.clause.acting import is_act
from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.text.clitics import AL, B, L, P, S, W

_REACH = 34

_WEIGHED = frozenset(
    "اذا لو قد ربما لعل لم لولا ما هل".split()
)  # before a verb these leave open or deny that it happens


def weighed(ground: Ground, token: int, tense: str | None = None) -> bool:
    """Whether what a verb says is only supposed, possible or denied; `tense` settles a form that is past and present."""
    page = ground.page
    i = token - 1
    word = page.word(i)
    if tense == "present" and page.stem(i) == "قد":
        return True
    if page.stem(i) in ("كان", "كانت", "قد", "لقد") and page.has(token, "past"):
        i -= 1
        word = page.word(i)
        if word not in _WEIGHED or word == "قد":
            return False
    if word == "قد":
        return page.has(token, "present") and not page.has(token, "past")
    return (
        word in _WEIGHED
        or page.stem(i) in ("اذا", "لو", "لم", "ربما", "قد")
        or word == "ان"
        and page.word(i - 1) in ("قبل", "نفي")
    )


def attached(ground: Ground, start: int, limit: int, frames: list[str]) -> int | None:
    """The token at which the act of a deed begins: the first that the deed's frames let in."""
    page = ground.page
    i = start
    commas = 0
    while i < min(limit, start + _REACH):
        end = ground.time_phrase(i, limit)
        if end:
            i = end
            continue
        word, mask = page.word(i), page.mask(i)
        if word == "»" and i == start:
            i += 1
            continue
        if word in STOPS or word == "»" or word == ":" or mask & S:
            return None
        if word == "«" and i in ground.opened:
            inner = i + 1
            if (
                page.word(i - 1) in _PREPOSITIONS
                and _PREPOSITIONS[page.word(i - 1)] in frames
                and is_act(ground, inner)
            ):
                return inner
            if "noun" in frames and i - start < 4 and is_act(ground, inner) and not page.mask(inner) & (B | L):
                return inner
            close = ground.opened[i].close
            assert close is not None
            if is_act(ground, inner) and "bi" in frames and page.mask(inner) & B:
                return inner
            i = close + 1
            continue
        if word in COMMAS:
            commas += 1
            if commas > 4 or page.has(i + 1, "participle") and page.word(i + 1).endswith("ا") and not page.mask(i + 1):
                return None
        elif (
            "that" in frames
            and word in ("ان", "الا", "بان", "بالا")
            and ("ala" not in frames or page.word(i - 1) == "علي")
        ):
            return i
        elif "bi" in frames and mask & B and (is_act(ground, i) or _thing(ground, i)):
            return i
        elif "bi" in frames and word == "ب" and is_act(ground, i + 1):
            return i + 1
        elif "li" in frames and mask & L and is_act(ground, i) and (not mask & W):
            return i
        elif (
            "ala" in frames and word in ("علي", "وعلي") and (is_act(ground, i + 1) or page.word(i + 1) in ("ان", "الا"))
        ):
            return i + 1
        elif "min" in frames and word == "من" and is_act(ground, i + 1):
            return i + 1
        elif "ila" in frames and word == "الي" and (is_act(ground, i + 1) or page.word(i + 1) in ("ان", "الا")):
            return i + 1
        elif "noun" in frames and is_act(ground, i) and not mask & (B | L | W) and not _in_phrase(ground, i, start):
            return i
        elif (
            i > start
            and ground.verb_like(i)
            and (mask & W or page.word(i - 1) in COMMAS or word in ("قال", "قالت", "يقول"))
        ):
            return None
        elif i in ground.cues and i > start:
            return None
        i += 1
    return None


def _in_phrase(ground: Ground, i: int, start: int) -> bool:
    """Whether a noun stands inside a phrase with a preposition (في ختام أشغال …), and is no object."""
    page = ground.page
    if page.has(i - 1, "prep") and not page.mask(i - 1):
        return True
    return (
        i - 2 >= start and page.has(i - 2, "prep") and page.has(i - 1, "noun", "masdar") and not page.mask(i - 1) & AL
    )


_PREPOSITIONS = {"ب": "bi", "علي": "ala", "الي": "ila", "ل": "li"}


def _thing(ground: Ground, token: int) -> bool:
    """A plain noun behind بـ that is threatened or promised (متوعدا بعقوبات), right behind its deed."""
    page = ground.page
    return (
        page.stem(token) in ("عقوبات", "تسويه", "رد", "انتقام", "اجراءات", "حل", "اصلاحات", "عقوبه")
        and not page.mask(token) & P
    )
