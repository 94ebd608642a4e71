"""Claims by finite verbs: وقع الطرفان الاتفاق, الاتفاق لم ينفذ, انهارت الهدنة."""

from __future__ import annotations

from mithaq.grammar.claim.about import SIDES, ending, object_of, spoken_of
from mithaq.grammar.claim.claimed import Claimed, clause_end, in_title
from mithaq.grammar.clause.attach import weighed
from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.grammar.clause.subject import before, subject_of
from mithaq.lexicon.deeds import Deed
from mithaq.text.clitics import AL, B, L, P, S, W


def finite(ground: Ground, token: int, deed: Deed, claim: str, start: int, limit: int) -> Claimed | None:
    """وقع الطرفان الاتفاق, الاتفاق الذي أبرم, لم يلتزم البلدان بالتفاهم, انهارت الهدنة."""
    page = ground.page
    mask = page.mask(token)
    if mask & (S | AL | B | L):
        return None
    before_ = page.word(token - 1)
    negated = before_ in ("لم", "ولم", "ما", "لا", "ولا", "فلم") or before_ == "لما"
    if (
        before_ in ("لن", "ان", "سوف", "اذا", "لو", "الا", "هل", "حال", "حاله", "لكي", "كي", "حتي", "فيما")
        or not negated
        and weighed(ground, token)
    ):
        return None
    if negated and page.word(token - 2) in ("اذا", "ما", "لو"):
        return None
    if deed.tense == "present" and not negated:
        if claim not in ("violated", "progressing") and not (in_title(ground, token) and claim in _TOLD):
            return None
    if page.has(token, "masdar") and deed.tense == "past":  # رفض, خرق: the noun, unless somebody does it here
        if (
            page.has(token - 1, "noun", "masdar")
            and not page.mask(token - 1) & AL
            or subject_of(ground, token, deed).kind != "phrase"
        ):
            return None
    if deed.lemma == "تقدم" and (page.word(token + 1) in ("به", "بها") or page.mask(token + 1) & B):
        return None  # تقدم بورقة: submitted it
    if deed.tense == "present" and (deed.first or before_ in ("الذين", "الذي", "التي", "من")):
        return None
    about = None
    relative = (
        before_ in ("الذي", "التي", "اللذين", "الذين")
        or page.word(token - 2) in ("الذي", "التي")
        and before_ in ("لم", "قد")
    )
    first = token
    if relative:
        about = ending(ground, token - (1 if before_ in ("الذي", "التي", "الذين") else 2), start, claim)
        if about is not None:
            first = about[0]
    at = token + 1
    if about is None:
        about = object_of(ground, token, deed, claim, limit)
    if about is None and not mask & P and (deed.tense == "passive" or deed.lemma in _INTRANSITIVE or negated):
        about = ending(ground, token, start, claim)
        if about is not None:
            first = about[0]
    if (
        about is None
        and deed.lemma in ("انهار", "سري")
        and deed.tense == "past"
        and (mask & W or before_ in ("ثم", "لكنه", "لكنها"))
    ):
        about = spoken_of(ground, token, start, claim)
        if about is not None:
            return Claimed(token, clause_end(ground, token + 1, limit), token, claim, about, f"claim.{deed.lemma}")
    if about is None:
        return None
    last = max(about[1], at)
    if first == token and about[0] > token:
        who = before(ground, token, start, deed.gender)
        if (
            who.kind == "phrase"
            and who.phrase is not None
            and token - who.phrase.first < SIDES
            and who.phrase.first >= start
        ):
            first = who.phrase.first
        elif negated:
            first = token - 1
    if relative and about[0] < token:
        last = clause_end(ground, token, limit)
    if claim == "adhered":
        if not negated:
            return None
        claim = "violated"
    elif negated:
        if claim == "fulfilled":
            claim = "partly" if _partly(ground, token, limit) else "violated"
            last = max(last, clause_end(ground, token, limit))
        else:
            return None
    elif claim == "fulfilled" and _partly(ground, token, limit):
        claim, last = "partly", max(last, clause_end(ground, token, limit))
    if first > 0 and page.word(first) in ("لم", "ولم"):
        pass
    return Claimed(first, last, token, claim, about, f"claim.{deed.lemma}")


_TOLD = frozenset(
    "signed withdrawn extended suspended cancelled delayed rejected".split()
)  # in a title's present tense

_INTRANSITIVE = frozenset("انهار سري تاجل تاخر بدا انطلق نفذ طبق تقدم وقع ابرم علق الغي جمد مدد".split())

_PARTLY = frozenset("سوي غالبيه معظم بعض نصف نصفها نصفه جزء جزييا ثلث جزئيا اغلب".split())


def _partly(ground: Ground, token: int, limit: int) -> bool:
    """Whether a clause says that only a part was done."""
    page = ground.page
    for i in range(token + 1, min(limit, token + 7)):
        if page.word(i) in STOPS or page.word(i) in COMMAS:
            return False
        if page.word(i) in _PARTLY or page.stem(i) in _PARTLY:
            return True
        if page.has(i, "digits", "num") and page.word(i + 1) == "من" and page.has(i + 2, "digits", "num"):
            return True
        if page.word(i) == "الا" and page.word(i + 1) not in ("ان", "انه"):
            return True
    return False
