"""Deadlines: which time of an act is the day it is due, and how the act stands to it."""

from __future__ import annotations

from datetime import date, timedelta

from mithaq.grammar.clause.ground import Ground
from mithaq.grammar.page import Page
from mithaq.record import Deadline
from mithaq.text.clitics import AL, B, L
from mithaq.timex import Timex

_RELATIONS = {
    "بحلول": "by", "حتي": "until", "لغايه": "until", "غايه": "until", "غضون": "within", "مهله": "within", "ظرف": "within", "اقصاه": "by", "اقصاها": "by",
    "يتجاوز": "by", "تتجاوز": "by", "يتعدي": "by", "قبل": "before", "قبيل": "before", "بعد": "after", "عقب": "after", "منذ": "from", "اعتبارا": "from",
    "ابتداء": "from", "بدءا": "from", "انطلاقا": "from", "في": "on", "من": "from", "خلال": "within", "الي": "until", "مع": "on", "اثناء": "during", "طوال": "during", "مدار": "during", "مدي": "during", "طيله": "during", "امتداد": "during", "بدايه": "from",
}  # fmt: skip
_RANK = {"by": 0, "before": 0, "until": 1, "within": 2, "from": 2, "after": 3, "during": 3, "on": 2}
_UNITS = {"D": 1, "W": 7}


def deadline(ground: Ground, times: list[Timex], published: date | None, *, grace: bool = False) -> Deadline | None:
    """The deadline of an act with these times, or None; `grace` says that a mere duration is the time given for it."""
    best: tuple[int, int, Deadline] | None = None
    for n, time in enumerate(times):
        if (
            time.type == "SET"
            or time.value == "PAST_REF"
            or (published and time.latest and time.latest < published and not grace)
        ):
            continue
        relation = relation_of(ground, time) or ("within" if grace and time.type == "DURATION" else None)
        if relation is None:
            continue
        found = Deadline(relation, time.id, time.value, time.mod, due(ground, time, relation, published))
        rank = (9 if time.value == "PRESENT_REF" else _RANK[relation] + (1 if time.type == "DURATION" else 0), n)
        if best is None or rank < best[:2]:
            best = (*rank, found)
    return best[2] if best else None


def relation_of(ground: Ground, time: Timex) -> str | None:
    """by, until, within, on, before, after, from or during, from the words around a time; None for a mere duration."""
    page = ground.page
    i = time.first - 1
    while page.word(i) in ("يوم", "نحو", "حوالي", "مطلع", "شهر", "عام", "مده", "فتره", "تاريخ", "وقت", "حلول"):
        i -= 1
    if page.word(i) in ("مضي", "مرور", "انقضاء"):
        return {"قبل": "before", "بعد": "after"}.get(page.word(i - 1))
    word = page.word(i)
    word = word[1:] if word[:1] == "و" and word[1:] in _RELATIONS else word
    duration = time.type == "DURATION"
    after = page.word(time.last)
    if after == "علي" and page.word(time.last + 1) in ("اقرب", "ابعد", "الاقل"):
        return "from" if page.word(time.last + 1) == "اقرب" else "by"
    if page.word(i + 1) == "حلول" or word == "موعد" and page.word(i - 1) == "في":
        return "by"
    if word == "منذ":
        return None
    relation = _RELATIONS.get(word)
    if relation == "from" and word == "من":
        if page.word(i - 1) in ("اعتبارا", "ابتداء", "بدءا", "انطلاقا", "بدايه", "وابتداء") or not duration:
            return "from"
        return None
    if duration and (relation == "on" or word == "قبل"):  # قبل أربع سنوات: four years ago
        return None
    if relation == "within":
        if word == "خلال" and (not duration or "X" in time.value and page.mask(time.first) & AL):
            return "during"
        return "within"
    if relation:
        return relation
    mask = page.mask(time.first)
    if duration:
        return None
    if mask & B and time.mod == "END":
        return "by"
    if mask & L and not mask & AL:
        return None
    if "-W" in time.value and not time.mod or time.value in ("FUTURE_REF",):
        return "during" if "-W" in time.value else None
    return "on"


def due(ground: Ground, time: Timex, relation: str, published: date | None) -> date | None:
    """The last day on which the act is in time, where the text fixes one."""
    if relation in ("after", "from") or time.value == "PRESENT_REF":
        return None
    if relation == "before" and time.earliest and time.mod != "END":
        return time.earliest - timedelta(days=1)
    if time.mod == "MID" and len(time.value) == 7 and time.earliest and relation in ("by", "until", "before"):
        return time.earliest.replace(day=15)  # the middle of a month as a limit is its fifteenth
    if time.latest is not None:
        # The middle of a month, as a day by which something is to be done, is its fifteenth.
        month = time.mod == "MID" and len(time.value) == 7
        return time.latest.replace(day=15) if month else time.latest
    if (
        time.type != "DURATION"
        or published is None
        or ground.page.word(time.last) == "من"
        and ground.page.stem(time.last + 1) not in ("الان", "ان", "يوم", "تاريخ")
    ):
        return None
    return _later(published, time.value)


def _later(day: date, value: str) -> date | None:
    """The day a duration after another."""
    number, unit = value.lstrip("PT")[:-1], value[-1]
    if not number.isdigit():
        return None
    n = int(number)
    if "T" in value:
        return day + timedelta(hours=n) if unit == "H" else None
    if unit in _UNITS:
        return day + timedelta(days=n * _UNITS[unit])
    months = n * (12 if unit == "Y" else 1) if unit in "YM" else None
    if months is None:
        return None
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    for d in range(day.day, 27, -1):
        try:
            return date(year, month, d)
        except ValueError:
            continue
    return date(year, month, min(day.day, 28))


def turn_ahead(page: Page, time: Timex, published: date | None) -> None:
    """A bare weekday that dates an act still to be done is the next one, whatever the tense of the verb above it."""
    if published is None or time.earliest is None or time.latest is None:
        return
    tokens = range(time.first, time.last)
    if (
        not 0 < (published - time.latest).days <= 7
        or not any(page.has(i, "weekday") for i in tokens)
        or any(page.stem(i) in ("ماضي", "فايت", "منصرم") or page.has(i, "digits", "month") for i in tokens)
    ):
        return
    week = timedelta(days=7)
    time.earliest, time.latest = time.earliest + week, time.latest + week
    time.value = time.earliest.isoformat() + time.value[10:]
