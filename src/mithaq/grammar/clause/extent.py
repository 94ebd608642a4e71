"""How far an act goes: from its verb or verbal noun over its complements, without the time and the condition at its end."""

from __future__ import annotations

from dataclasses import dataclass, field

from mithaq.grammar.clause.acting import is_act
from mithaq.grammar.clause.condition import condition_at
from mithaq.grammar.clause.deadline import relation_of
from mithaq.grammar.clause.ground import BI_COMPLEMENTISERS, COMMAS, COMPLEMENTISERS, STOPS, Ground
from mithaq.text.clitics import AL, B, L, W
from mithaq.timex import Timex

_LONGEST = 60  # tokens an act may cover
_RELATIVE = 14  # a relative clause longer than this is left out
_RELATIVES = frozenset("الذي التي الذين اللذين اللتين اللذان اللتان والذي والتي والذين".split())
# What opens a clause of its own: the act ends before it, with a comma or without.
_BREAKS = frozenset(
    "لكي حيث بينما فيما رغم لكن ولكن لكنه لكنها ولكنه ولكنها لكنهم غير بيد وسط اذ بعدما لان لانه لانها وذلك وسط عقب اثر بحسب حسب حسبما وفقما كون "
    "والا انطلاقا استنادا بناء تزامنا تحسبا تنفيذا تمهيدا تلبيه بدعوه بسبب وهو وهي وهم فيما وفيما وبينما وحيث مما الامر جراء مشيرا مضيفا نقلا اما واما كما".split()
)
# Behind a comma these carry the act on.
_CARRIES = frozenset(
    "مع بما بعيدا فضلا اضافه الي علي عبر ضد بين من عن لا بل سواء خصوصا خاصه بالتعاون بالتنسيق بشكل لاسيما ولاسيما".split()
)


@dataclass(slots=True)
class Extent:
    """An act as tokens `[first, last)`, its times in order, its conditions, and where a further act of the list begins."""

    first: int
    last: int
    times: list[Timex] = field(default_factory=list)
    conditions: list[tuple[int, int]] = field(default_factory=list)
    further: int | None = None
    stop: int = 0


def act_extent(ground: Ground, first: int, limit: int, *, noun: bool) -> Extent:
    """The extent of the act that begins at `first`; `noun` says that it is a verbal noun."""
    page = ground.page
    found = Extent(first, first + 1)
    limit = min(limit, first + _LONGEST)
    relative: int | None = None
    i = first
    while i < limit:
        word = page.word(i)
        if i > first:
            end = ground.time_phrase(i, limit)
            if end:
                times = ground.times_in(i, end)
                if relative is not None and page.has(relative + 1, "past") and not page.has(relative + 1, "present"):
                    i = end  # الاتفاق الذي وقع اليوم: when something else was done
                    continue
                found.times += times
                i = end
                if times and (
                    times[-1].type == "SET" or times[-1].type == "DURATION" and relation_of(ground, times[-1]) is None
                ):
                    found.last = end  # كل عامين, مدة لا تزيد على شهر: how often and how long is part of the act
                    continue
                if page.word(i) == "علي" and page.word(i + 1) in ("اقرب", "ابعد", "الاكثر", "الاقل"):
                    i += 3 if page.word(i + 1) in ("اقرب", "ابعد") else 2
                if _anchored(ground, found, i, limit) or _circumstance(ground, i):
                    break
                continue
        if word in STOPS:
            break
        if word == "»" or (word == "-" and page.word(i + 1) == "-"):
            break
        if word == "«" and i in ground.opened:
            if condition_at(ground, i + 1, limit) or _time_opens(ground, i + 1, limit):
                i += 1
                continue
            close = ground.opened[i].close
            assert close is not None
            i = close + 1
            found.last = close if i >= limit or page.word(i) in STOPS or page.word(i) in COMMAS else i
            continue
        if i > first:
            condition = condition_at(ground, i, limit)
            if condition:
                found.conditions.append((i, condition))
                i = condition
                if page.word(i) in COMMAS and page.word(i + 1) == "و":
                    break
                continue
            if word in _RELATIVES:
                if page.word(i - 1) in COMMAS:
                    break
                relative = relative or i
            if word in COMMAS:
                if not _carries(ground, i + 1, limit, found):
                    break
                i += 1
                continue
            if _breaks(ground, i, found):
                break
        if not (word in COMMAS or word in (":", "-", "–")):
            if found.conditions or word == ")" and i == first:
                break
            found.last = i + 1
        i += 1
    found.stop = i
    if relative is not None and found.last - relative > _RELATIVE and relative > first + 1:
        found.last = relative
    _trim(ground, found)
    return found


def _breaks(ground: Ground, i: int, found: Extent) -> bool:
    """Whether a new clause or a new act begins at token i."""
    page = ground.page
    word, mask = page.word(i), page.mask(i)
    if (
        word == "بما"
        and page.word(i + 1) == "في"
        and page.word(i + 2) == "ذلك"
        and is_act(ground, i + 3)
        and is_act(ground, found.first)
    ):
        found.further = i + 3
        return True
    if (
        word in ("مع", "ومع")
        and page.stem(i + 1) in ("تلويح", "تهديد")
        and page.mask(i + 2) & B
        and is_act(ground, i + 2)
    ):
        found.further = i + 2
        return True
    if word == "تحت" and page.stem(i + 1) == "طايله" or word == "او" and page.stem(i + 1) in ("مواجهه", "تعرض"):
        return True
    if (
        i > found.first + 1
        and page.has(i, "present")
        and any("text" in d.jobs and "ala" in d.jobs["text"] for d in ground.deeds(i))
    ):
        if page.word(i + 1) == "علي" and is_act(ground, i + 2):
            found.further = i + 2
        return True  # إعلان ينص على …: what it says is acts of their own
    if word in _BREAKS:
        if word == "غير":
            return page.word(i + 1) in COMPLEMENTISERS
        if word == "بناء":
            return page.word(i + 1) == "علي"  # and not بشكل بناء
        if word == "الامر":
            return page.word(i + 1) in _RELATIVES
        return True
    if word == "الا" and page.word(i + 1) in COMPLEMENTISERS:
        return True
    if word == "في" and page.stem(i + 1) in ("حين", "وقت", "اشاره", "مقابل", "ظل"):
        return True
    if word == "ردا" or word == "وفق" and not page.mask(i + 1) or word in ("ربما", "لعل"):
        return True
    if word in ("بعد", "عقب", "اثر") and page.has(i + 1, "masdar", "noun", "event"):
        return True
    if i in ground.cues and i > found.first and not ground.page.has(i, "masdar"):
        return True
    if word in ("علي", "وعلي") and page.word(i + 1) in ("ان", "الا"):
        found.further = i
        return True
    if word == "والي" and is_act(ground, i + 1):
        found.further = i
        return True
    if word[:1] == "و" and (word[1:] in COMPLEMENTISERS or word[1:] in BI_COMPLEMENTISERS):
        found.further = i
        return True
    if word in ("وبعدها", "وبعد", "ثم", "وقبلها", "وعندها"):
        return True
    if mask & W or word == "و":
        at = i + 1 if word == "و" else i
        stem = page.stem(at)
        if (
            stem in COMPLEMENTISERS
            or stem in BI_COMPLEMENTISERS
            or stem in ("علي", "ب")
            and page.word(at + 1) in ("ان", "الا")
        ):
            found.further = at
            return True
        if ground.verb_like(at):
            found.further = at
            return True
        if _another(ground, at, found.first):
            found.further = at
            return True
        if (
            page.mask(at) & (B | L)
            and not page.mask(at) & AL
            and page.mask(found.first) & (B | L) == page.mask(at) & (B | L)
        ):
            if page.has(at, "masdar"):
                found.further = at
                return True
        if stem in ("ذلك", "هو", "هي", "هم", "قد", "لن", "لم", "سوف", "لا", "كان", "كانت"):
            return True
    return False


def _another(ground: Ground, at: int, first: int) -> bool:
    """Whether a verbal noun behind و is an act beside the first, each with its own object (قبول النتائج والتأكد من …, وقف
    إطلاق النار وفتح الممرات), and not one of two that share an object or hang on a preposition."""
    page = ground.page
    if at - first < 2 or not is_act(ground, at) or page.mask(at) & (B | L) or not is_act(ground, first):
        return False
    if page.mask(first) & AL or page.mask(at) & AL and not page.has(at + 1, "prep"):
        return False
    if not (page.mask(at) & AL) and not page.has(at + 1, "noun", "masdar", "place", "country", "org", "unk", "plural"):
        return False
    # Nothing in between that the second could hang on.
    return not any(
        page.has(i, "prep") and not page.mask(i) or page.mask(i) & (B | L) and page.has(i, "masdar")
        for i in range(first + 1, at)
    )


def _time_opens(ground: Ground, i: int, limit: int) -> bool:
    """Whether a quotation opens with a time that dates the act, not with a duration that is its object."""
    end = ground.time_phrase(i, limit)
    if end is None:
        return False
    time = ground.ends.get(end)
    return (
        time is None
        or time.type != "DURATION"
        or ground.page.word(i) in ("خلال", "في", "بعد", "قبل", "حتي", "لمده", "منذ")
    )


def _anchored(ground: Ground, found: Extent, i: int, limit: int) -> bool:
    """Whether the time just passed is counted from an event (72 ساعة من موافقة القائد): the event is a condition."""
    page = ground.page
    if not found.times or found.times[-1].type != "DURATION" or page.word(i) not in ("من", "علي", "عقب", "بعد"):
        return False
    if not page.has(i + 1, "masdar", "noun", "event"):
        return False
    end = i + 1
    while (
        end < limit
        and page.word(end) not in STOPS
        and page.word(end) not in COMMAS
        and page.word(end) != "»"
        and not (page.mask(end) & W and ground.verb_like(end))
    ):
        end += 1
    if page.stem(i + 1) not in ("تاريخ", "الان", "توقيع"):
        found.conditions.append((i, end))
    return True


def _circumstance(ground: Ground, i: int) -> bool:
    """Whether what stands behind a time says why, where or with whom: no more part of the act."""
    page = ground.page
    return bool(page.mask(i) & L and page.has(i, "masdar")) or page.word(i) in _AROUND


_AROUND = frozenset("في وسط بحضور بمشاركه بهدف بغيه علي من لمناقشه لبحث بمناسبه برعايه بدعوه".split()) - {"علي", "من"}


def _carries(ground: Ground, i: int, limit: int, found: Extent) -> bool:
    """Whether the act goes on behind a comma whose next token is i."""
    page = ground.page
    if i >= limit:
        return False
    word, mask = page.word(i), page.mask(i)
    if word in _RELATIVES or word in STOPS:
        return False
    if ground.time_phrase(i, limit) or condition_at(ground, i, limit):
        return True
    if _breaks(ground, i, found):
        return False
    if mask & W or word == "و":
        at = i + 1 if word == "و" else i
        if (
            page.has(at, "masdar")
            or page.stem(at) == "عدم"
            or page.stem(at) == "اجراءات"
            and page.has(at + 1, "masdar")
        ) and not page.mask(at) & AL:
            found.further = at
            return False
        if page.has(at, "masdar") and page.mask(at) & AL and (page.mask(found.first) & AL or found.times):
            found.further = at
            return False
        return not ground.verb_like(at) and page.word(i) not in ("وكان", "وكانت", "وقد", "وهو", "وهي")
    if word in _CARRIES or word == "«":
        return True
    if page.has(i, "participle") and word.endswith(("ا", "ه", "ين")) and not mask:
        return False
    return page.has(i, "masdar") and not mask & (AL | B) and not page.has(i, "present", "past")


def _trim(ground: Ground, found: Extent) -> None:
    """Without marks, conjunctions and prepositions at the end."""
    page = ground.page
    while found.last > found.first + 1:
        word = page.word(found.last - 1)
        if (
            word in COMMAS
            or word in ("و", ":", "-", "–", "(", "«", "كل", "في", "من", "علي", "الي", "ان", "عن", "مع", "ب", "ل")
            or word in STOPS
        ):
            found.last -= 1
        else:
            break
