"""Status claims as the words give them: what is said to have become of an agreement, a truce, a law, a mandate, a pledge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mithaq.grammar.clause.ground import COMMAS, STOPS, Ground
from mithaq.grammar.clause.subject import actor_at, before, subject_of
from mithaq.grammar.commitment.governed import weighed
from mithaq.grammar.commitment.pact import AGREEMENTS, PACTS, pact_at
from mithaq.grammar.commitment.undertakings import triggers
from mithaq.lexicon.deeds import Deed
from mithaq.text.clitics import AL, B, L, P, S, W

# What else than a pact can be said to be delayed, extended, suspended, called off: what was planned, and what has a term.
_TERMED = frozenset("ولايه تفويض انتداب طواري مهله حظر عقوبات مهمه عضويه عمل بنود برنامج رحلات اضراب وقف حاله سريان مذكره".split())
_PLANNED = frozenset(
    "انتخابات اقتراع تصويت استفتاء انسحاب محادثات مفاوضات قمه موتمر جلسه عمليه تنفيذ تطبيق جوله مناقشه اجتماع تسليم سحب تمويل صفقه تبادل زياره".split()
)
_PACT_LIKE = frozenset("تعهد تعهدات التزام التزامات وعد وعود هدنه".split())
_FOR: dict[str, frozenset[str]] = {
    "delayed": _PLANNED | {"ولايه", "تنفيذ"}, "extended": _TERMED - {"عمل", "وقف", "حاله"}, "suspended": (_TERMED - {"حظر", "عقوبات", "وقف"}) | {"محادثات", "مفاوضات", "مشاركه"},
    "cancelled": _PLANNED - {"زياره", "اجتماع"}, "withdrawn": frozenset({"تمويل", "ترشيح"}), "rejected": frozenset({"تمديد", "تجديد"}), "started": frozenset({"خطوات", "تنفيذ", "تطبيق", "سريان"}),
    "fulfilled": frozenset({"بنود", "التزام", "مطالب"}), "doubted": frozenset({"جديه", "التزام", "نوايا"}), "progressing": frozenset({"تنفيذ"}),
}  # fmt: skip
_LOOSE = frozenset("التزام تعهد وعد مشروع برنامج خطه امر حكم نظام بند ماده اعلان عقد نص".split())
_PREPOSITIONS: dict[str, tuple[str, ...]] = {
    "انسحب": ("من",), "تراجع": ("عن",), "تنصل": ("من",), "شكك": ("في",), "وقع": ("علي", ""), "التزم": ("",), "اوفي": ("",), "اخل": ("",), "خرج": ("من",),
}  # fmt: skip
_PARTLY = frozenset("سوي غالبيه معظم بعض نصف نصفها نصفه جزء جزييا ثلث جزئيا اغلب".split())
_SIDES = 16


@dataclass(slots=True)
class Claimed:
    """One claim: its clause `[first, last)`, the words it is about, its kind."""

    first: int
    last: int
    cue: int
    claim: str
    about: tuple[int, int] | None
    rule: str


def claims(ground: Ground) -> list[Claimed]:
    """The status claims of a page, in order; a clause makes one claim."""
    page = ground.page
    found: list[Claimed] = []
    seen = -1
    for m in triggers(page.grammar.alphabet, "deed").finditer(page.line.symbols):
        token = m.start() // 2
        if token == seen:
            continue
        seen = token
        for deed in ground.deeds(token):
            if "status" in deed.jobs:
                new = _claim(ground, token, deed, deed.jobs["status"])
                if new is not None:
                    found.append(new)
                    break
    for i, word in enumerate(page.text.words):
        if word in _SPECIAL or page.line.stems[i] in _SPECIAL:
            found.extend(_special(ground, i))
    kept: list[Claimed] = []
    for one in sorted(found, key=lambda c: (c.first, -(c.last - c.first))):
        if not any(one.first < k.last and k.first < one.last for k in kept):
            kept.append(one)
    return kept


def _claim(ground: Ground, token: int, deed: Deed, claim: str) -> Claimed | None:
    page = ground.page
    start, limit = ground.region(token)
    mask = page.mask(token)
    if deed.tense in ("past", "passive", "present"):
        return _finite(ground, token, deed, claim, start, limit)
    if deed.tense == "masdar" and not mask & L:
        return _nominal(ground, token, deed, claim, start, limit)
    if deed.tense in ("participle", "passive_participle") and not mask & (B | L):
        return _described(ground, token, deed, claim, start, limit)
    return None


def _finite(ground: Ground, token: int, deed: Deed, claim: str, start: int, limit: int) -> Claimed | None:
    """وقع الطرفان الاتفاق, الاتفاق الذي أبرم, لم يلتزم البلدان بالتفاهم, انهارت الهدنة."""
    page = ground.page
    mask = page.mask(token)
    if mask & (S | AL | B | L):
        return None
    before_ = page.word(token - 1)
    negated = before_ in ("لم", "ولم", "ما", "لا", "ولا", "فلم") or before_ == "لما"
    if before_ in ("لن", "ان", "سوف", "اذا", "لو", "الا", "هل", "لكي", "كي", "حتي", "فيما") or not negated and weighed(ground, token):
        return None
    if negated and page.word(token - 2) in ("اذا", "ما", "لو"):
        return None
    if deed.tense == "present" and not negated:
        if claim not in ("violated", "signed", "progressing", "withdrawn") or claim in ("signed", "withdrawn") and not _headline(ground, token):
            return None
    if deed.first and deed.tense == "present":
        return None
    about = None
    relative = before_ in ("الذي", "التي", "اللذين", "الذين") or page.word(token - 2) in ("الذي", "التي") and before_ in ("لم", "قد")
    first = token
    if relative:
        about = _ending(ground, token - (1 if before_ in ("الذي", "التي", "الذين") else 2), start, claim)
        if about is not None:
            first = about[0]
    at = token + 1
    if about is None:
        about = _object(ground, token, deed, claim, limit)
    if about is None and not mask & P and (deed.tense == "passive" or deed.lemma in _INTRANSITIVE or negated):
        about = _before_verb(ground, token, start, claim)
        if about is not None:
            first = about[0]
    if about is None:
        return None
    last = max(about[1], at)
    if first == token and about[0] > token:
        who = before(ground, token, start, deed.gender)
        if who.kind == "phrase" and who.phrase is not None and token - who.phrase.first < _SIDES and who.phrase.first >= start:
            first = who.phrase.first
        elif negated:
            first = token - 1
    if relative and about[0] < token:
        last = _clause_end(ground, token, limit)
    if claim == "adhered":
        if not negated:
            return None
        claim = "violated"
    elif negated:
        if claim == "fulfilled":
            claim = "partly" if _partly(ground, token, limit) else "violated"
            last = max(last, _clause_end(ground, token, limit))
        else:
            return None
    elif claim == "fulfilled" and _partly(ground, token, limit):
        claim, last = "partly", max(last, _clause_end(ground, token, limit))
    if first > 0 and page.word(first) in ("لم", "ولم"):
        pass
    return Claimed(first, last, token, claim, about, f"claim.{deed.lemma}")


_INTRANSITIVE = frozenset("انهار سري تاجل تاخر بدا انطلق نفذ طبق تقدم وقع ابرم علق الغي جمد مدد".split())


def _headline(ground: Ground, token: int) -> bool:
    """Whether a token stands in the title, whose present tense tells what has happened."""
    paragraphs = ground.page.text.paragraphs
    return bool(paragraphs) and token < paragraphs[0][1]


def _partly(ground: Ground, token: int, limit: int) -> bool:
    """Whether a clause says that only a part was done."""
    page = ground.page
    for i in range(token + 1, min(limit, token + 7)):
        if page.word(i) in STOPS or page.word(i) in COMMAS:
            return False
        if page.word(i) in _PARTLY or page.stem(i) in _PARTLY:
            return True
        if page.word(i) == "الا" and page.word(i + 1) not in ("ان", "انه"):
            return True
    return False


def _clause_end(ground: Ground, token: int, limit: int) -> int:
    """The end of a short clause: its comma, a new verb, or its limit."""
    page = ground.page
    i = token + 1
    while i < min(limit, token + 18):
        word = page.word(i)
        if word in STOPS or word in COMMAS or word == "»" or page.mask(i) & W and ground.verb_like(i):
            break
        i += 1
    return i


def _fits(ground: Ground, token: int, claim: str) -> bool:
    """Whether a noun is what such a claim can be about."""
    page = ground.page
    stem = page.stem(token)
    if stem in _FOR.get(claim, ()):
        return True
    if stem in _LOOSE and claim in ("signed", "started", "progressing", "doubted"):
        return stem in ("مشروع", "عقد", "اعلان") and claim == "signed"
    return stem in PACTS or stem in _PACT_LIKE


def _about(ground: Ground, token: int, stop: int, claim: str) -> tuple[int, int] | None:
    """The words at a token that name what a claim is about."""
    page = ground.page
    if page.stem(token) == "وقف" and page.stem(token + 1) == "اطلاق":
        return token, min(stop, token + 3)
    if not _fits(ground, token, claim):
        return None
    found = pact_at(ground, token, stop)
    if found is not None:
        return found
    end = token + 1
    while end < min(stop, token + 6) and (page.mask(end) & AL or page.has(end, "noun", "masdar", "adj")) and not page.mask(end) & (B | L | W) and not ground.verb_like(end):
        end += 1
    return token, end


def _object(ground: Ground, token: int, deed: Deed, claim: str, limit: int) -> tuple[int, int] | None:
    """What the verb at a token is about, behind it: past its subject, times, and one phrase with a preposition."""
    page = ground.page
    allowed = _PREPOSITIONS.get(deed.lemma)
    for i in range(token + 1, min(limit, token + _SIDES)):
        word, mask = page.word(i), page.mask(i)
        if word in STOPS or word == "»":
            return None
        if word in COMMAS and not (ground.time_phrase(i + 1, limit) or i - token > 1 and ground.time_phrase(i - 1, i)) and page.mask(i + 1) & W:
            return None
        if i > token + 1 and ground.verb_like(i) or word in ("ان", "انه", "انها", "لكن", "بعد", "قبل", "الذي", "التي", "بشان", "حول", "بموجب", "خلال"):
            return None
        if mask & L and claim != "started":
            continue
        found = _about(ground, i, limit, claim)
        if found is None:
            continue
        if mask & B and deed.lemma not in ("التزم", "اوفي", "وفي", "اخل"):
            continue
        preceding = page.word(i - 1)
        if allowed is not None and allowed[0] and not (preceding in allowed or "" in allowed and not page.has(i - 1, "prep")):
            continue
        if allowed is None and page.has(i - 1, "prep") and preceding not in ("علي", "في"):
            continue
        if allowed is None and preceding == "في" and deed.lemma not in ("شرع", "بدا"):
            continue
        return found
    return None


def _before_verb(ground: Ground, token: int, start: int, claim: str) -> tuple[int, int] | None:
    """A pact before the verb whose subject it is (الاتفاق لم ينفذ)."""
    return _ending(ground, token, start, claim)


def _ending(ground: Ground, stop: int, start: int, claim: str) -> tuple[int, int] | None:
    """The pact named right before a token, particles aside."""
    page = ground.page
    i = stop
    while i > start and page.word(i - 1) in ("لم", "قد", "كان", "كانت", "،", ",", "ايضا", "»", "«", "لا"):
        i -= 1
    for k in range(i - 1, max(start, i - 12) - 1, -1):
        word = page.word(k)
        if word in COMMAS or word in STOPS or ground.verb_like(k):
            return None
        if _fits(ground, k, claim):
            found = _about(ground, k, i, claim)
            if found is not None and (found[1] >= i or page.mask(found[1]) & (L | B) or page.has(found[1], "prep")):
                return k, i
    return None


_FACT_BEFORE = frozenset("اعلن اعلنت اعلان قرار بعد منذ رغم عقب اثر بسبب نتيجه خلفيه تاكيد قرر قررت منها شهد".split())


def _nominal(ground: Ground, token: int, deed: Deed, claim: str, start: int, limit: int) -> Claimed | None:
    """انسحاب بلاده من الاتفاق, خرقا للمعاهدة, تأجيل التصويت, تم توقيع الاتفاقية."""
    page = ground.page
    if claim in ("started", "progressing", "adhered", "rejected", "fulfilled", "entered-into-force"):
        return None
    before_ = page.word(token - 1)
    light = page.stem(token - 1) in ("تم", "تمت", "جري", "جرت") and not page.mask(token - 1) & S
    about = _object(ground, token, deed, claim, min(limit, token + 12))
    first = token
    if about is None and page.mask(token) & P and light and page.word(token - 2) in ("التي", "الذي"):
        about = _ending(ground, token - 2, start, claim)
        if about is not None:
            return Claimed(about[0], _time_end(ground, token + 1, limit), token, claim, about, "claim.noun.relative")
    if about is None:
        return None
    if light:
        return Claimed(token - 1, about[1], token, claim, about, "claim.noun.done")
    if claim == "violated" and deed.lemma in ("خرق", "انتهك", "خالف") and (page.stem(token - 1) in ("شكل", "يشكل", "تشكل", "مثل", "تمثل", "يمثل", "يعد", "تعد", "يعتبر", "تعتبر") or before_ in ("يعتبر",)):
        who = before(ground, token - 1, start, None)
        if who.phrase is not None:
            first = who.phrase.first
        return Claimed(max(first if first != token else start, token - 12), about[1], token, claim, about, "claim.noun.amounts")
    asserted = page.stem(token - 1) in _FACT_BEFORE or any(page.stem(k) in _FACT_BEFORE for k in range(max(start, token - 8), token) if not _broken(ground, k, token))
    opens = token == start or page.word(token - 1) in (":", "«") or page.word(token - 1) in COMMAS and token - start < 3
    if not (asserted or opens and claim in ("delayed", "withdrawn", "extended", "suspended", "cancelled") or page.mask(token) & (B | P) and claim == "withdrawn"):
        return None
    if before_ in ("عدم", "دون", "الي", "علي", "لعدم", "بعدم") and page.stem(token - 2) not in ("دعا", "اعلن"):
        return None
    if claim == "signed" and not asserted:
        return None
    return Claimed(first, about[1], token, claim, about, "claim.noun")


def _broken(ground: Ground, k: int, token: int) -> bool:
    """Whether a clause boundary stands between two tokens."""
    page = ground.page
    return any(page.word(i) in STOPS or page.word(i) in ("ان", "انه", "انها", "الذي", "التي", "و", "هدد", "دعا") or page.mask(i) & W and ground.verb_like(i) for i in range(k + 1, token))


def _time_end(ground: Ground, token: int, limit: int) -> int:
    return ground.time_phrase(token, limit) or token


def _described(ground: Ground, token: int, deed: Deed, claim: str, start: int, limit: int) -> Claimed | None:
    """الاتفاق الموقع في 2015, الاتفاقيات ما زالت مجمدة, الانسحاب متأخر."""
    page = ground.page
    mask = page.mask(token)
    if claim == "signed":
        if deed.lemma not in ("وقع", "ابرم") or not mask & AL and not ground.time_phrase(token + 1, limit):
            return None
        about = _ending(ground, token, start, claim)
        if about is None or page.stem(about[0]) not in AGREEMENTS | {"وقف"}:
            return None
        if not (ground.time_phrase(token + 1, limit) or page.word(token + 1) in ("بين", "مع", "في", "عام", "منذ", "قبل")):
            return None
        last = ground.time_phrase(token + 1, limit) or token + 1
        return Claimed(about[0], last, token, claim, about, "claim.described")
    if claim in ("suspended", "delayed") and not mask & AL:
        if page.stem(token - 1) in ("وقت", "ساعه", "موعد"):
            return None
        if claim == "delayed" and deed.lemma != "تاخر" or claim == "suspended" and deed.lemma not in ("جمد", "علق"):
            return None
        if page.stem(token - 1) in ("زالت", "زال", "تزال", "يزال") or deed.lemma == "تاخر":
            first = token - 2 if page.stem(token - 1) in ("زالت", "زال", "تزال", "يزال") else token
            about = _ending(ground, first, start, claim) or _ending(ground, first, start, "delayed")
            if about is None:
                if deed.lemma == "تاخر":
                    return None
                return Claimed(first, token + 1, token, claim, None, "claim.described")
            return Claimed(about[0], _clause_end(ground, token, limit), token, claim, about, "claim.described")
    return None


_SPECIAL = frozenset("حيز شكوكا شكوك فشل فشلت تقصير يمضي تمضي يسير تسير بدلا اوفي".split())


def _special(ground: Ground, token: int) -> Iterator[Claimed]:
    """دخل حيز التنفيذ, أثار شكوكا حول, فشل في الالتزام, التقصير في, الاتفاق يمضي, بدلا من تنفيذ تعهداتها."""
    page = ground.page
    start, limit = ground.region(token)
    stem = page.stem(token)
    if stem == "حيز" and page.stem(token + 1) in ("تنفيذ", "نفاذ", "تطبيق", "سريان"):
        for i in range(token - 1, max(start, token - 14) - 1, -1):
            if page.stem(i) in ("دخل", "دخلت") and not page.mask(i) & S:
                if page.word(i - 1) in ("ان", "لم", "لن", "اذا", "قد") and page.word(i - 1) != "قد":
                    return
                about = next((p for k in range(i + 1, token) if (p := _about(ground, k, token, "entered"))), None) or _ending(ground, i, start, "entered")
                first = min(i, about[0]) if about else i
                yield Claimed(first, _time_end(ground, token + 2, limit), i, "entered-into-force", about, "claim.force")
                return
    elif stem in ("شكوك", "شكوكا"):
        raised = next((i for i in range(token - 1, max(start, token - 4) - 1, -1) if page.stem(i) in ("اثار", "اثارت", "ابدي", "ابدت", "اثاروا", "اعرب")), None)
        if raised is not None and page.word(token + 1) in ("حول", "في", "بشان", "حيال", "ازاء"):
            about = next((p for k in range(token + 2, min(limit, token + 9)) if (p := _about(ground, k, limit, "doubted"))), None)
            if about:
                end = about[1]
                while end < limit and page.word(end) not in COMMAS and page.word(end) not in STOPS and page.word(end) != "»" and end - about[1] < 6:
                    end += 1
                yield Claimed(raised, end, raised, "doubted", about, "claim.doubt")
    elif stem in ("فشل", "فشلت") and not page.mask(token) & AL and page.has(token, "past", "verb"):
        at = token + 1
        while at < min(limit, token + 5) and page.stem(at) not in _DOING:
            at += 1
        if page.stem(at) in _DOING:
            about = next((p for k in range(at + 1, min(limit, at + 4)) if (p := _about(ground, k, limit, "violated"))), None)
            if about:
                who = subject_of(ground, token, None, gender=None)
                first = who.phrase.first if who.phrase is not None and who.phrase.first < token and token - who.phrase.first < _SIDES else token
                yield Claimed(first, about[1], token, "violated", about, "claim.failed")
    elif stem == "تقصير" and (page.word(token + 1) in ("في", "فيما")):
        end = _clause_end(ground, token, limit)
        if any(page.stem(k) in PACTS or page.has(k, "pledge") for k in range(token + 1, end)):
            yield Claimed(token, end, token, "violated", (token + 2, end), "claim.failed")
    elif stem in ("يمضي", "تمضي", "يسير", "تسير") and not page.mask(token) & S and page.word(token - 1) not in ("ان", "لن", "لم", "لا"):
        about = _ending(ground, token, start, "progressing")
        if about is not None and page.stem(about[0]) in AGREEMENTS | {"تنفيذ"}:
            yield Claimed(about[0], _clause_end(ground, token, limit), token, "progressing", about, "claim.progress")
    elif page.word(token) == "بدلا" and page.word(token + 1) == "من" and page.stem(token + 2) in _DOING:
        about = next((p for k in range(token + 3, min(limit, token + 6)) if (p := _about(ground, k, limit, "violated"))), None)
        if about:
            yield Claimed(max(start, token - 8), about[1], token, "violated", about, "claim.instead")


_DOING = frozenset("التزام تنفيذ تطبيق وفاء ايفاء احترام تحقيق".split())

__all__ = ["Claimed", "actor_at", "claims"]
