"""The day of publication: given, stated in the text, or inferred from what the text says of its own day.

Every expression that is counted from the day of writing says something of that day. `17 سبتمبر الحالي` is written in that
September; a deadline is still to come; a date told in the past tense is over. What they say together is an interval, and
each reason is kept in words.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from mithaq.engine import Find
from mithaq.grammar.page import Page
from mithaq.grammar.time.when import When
from mithaq.reading.anchor import Anchor, Anchored, anchored
from mithaq.reading.days import DAY, month_days, plus
from mithaq.reading.direction import direction, told
from mithaq.reading.relation import relation
from mithaq.reading.times import time_finds
from mithaq.record import Published

# No report is read that was written before the first or after the last of these.
FLOOR, CEILING = date(1950, 1, 1), date(2099, 12, 31)
_HEAD = 60  # tokens: a dateline stands in the head
_NEXT_TO = 8  # tokens: a verb that tells a time stands so near
_LINE = 16  # tokens: and on a line of its own, or it begins one
_RECENT = DAY * 14  # a past day that is named by its weekday too is hardly older
_LEAD = DAY * 7  # nor is the day of the event that the lead tells
_NOBODY = Anchor(None, None, None)
_ACTS = frozenset("مرسوم قانون قرار امر رقم مراسيم".split())

Interval = tuple[date, date]


class _Days:
    """The days that are left, as intervals in order, and why."""

    def __init__(self) -> None:
        self.left: list[Interval] = [(FLOOR, CEILING)]
        self.because: list[str] = []

    def keep(self, intervals: list[Interval], why: str) -> bool:
        """Keep the days that lie in one of the intervals (which are in order); where none would be left, nothing is done and False returned."""
        left: list[Interval] = []
        i = j = 0
        while i < len(self.left) and j < len(intervals):  # both in order
            (a, b), (c, d) = self.left[i], intervals[j]
            if max(a, c) <= min(b, d):
                left.append((max(a, c), min(b, d)))
            if b < d:
                i += 1
            else:
                j += 1
        if not left:
            return False
        if left != self.left:
            self.left = left
            self.because.append(why)
        return True

    @property
    def bounds(self) -> Interval:
        """The first and the last day left."""
        return self.left[0][0], self.left[-1][1]


def read_published(page: Page) -> Published:
    """The day of publication of a page, with its basis (given, stated or inferred) and the reasons in English sentences."""
    given = page.document.published
    if given is not None:
        return Published(given, given, given, "given")
    finds = time_finds(page)
    stated = _stated(page, finds)
    if stated:
        day, why = stated
        return Published(day, day, day, "stated", [why])
    days = _Days()
    facts = [_Fact(page, find) for find in finds]
    for fact in facts:
        _this_month(days, fact)
        _this_year(days, fact)
    told_past: set[int] = set()  # sentences that tell of an earlier year: what was to come then may be over
    for fact in facts:
        _past(days, fact)
        if fact.past:
            told_past.add(fact.sentence)
        elif fact.sentence not in told_past:
            _coming(days, fact)
    _within_until(days, facts)
    _numbered_act(days, facts)
    _near(days, facts)
    _weekdays(days, facts)
    earliest, latest = days.bounds
    return Published(
        earliest if earliest == latest else None,
        earliest if earliest.year > FLOOR.year else None,
        latest if latest.year < CEILING.year else None,
        "inferred",
        days.because,
    )


class _Fact:
    """A time expression with what its surroundings say: its words, direction and relation, and its days if it has a year."""

    def __init__(self, page: Page, find: Find) -> None:
        self.page, self.find = page, find
        self.when: When = find.value
        self.words = page.span(find.first, find.last).cite(page.document.text)
        self.turn = direction(page, find.first, find.last, self.when.weekday is not None and self.when.month is None)
        self.sentence = page.text.sentence_of(find.first)[0]
        self.told = told(page, find.first, find.last, _NEXT_TO)
        self.fixed: Anchored | None = None
        if self.when.year is not None or (self.when.feast is None and self.when.hijri):
            self.fixed = anchored(self.when.having(part=None, clock=None), _NOBODY, 0)
        value = self.fixed.value if self.fixed else self.when.value or ""
        self.relation = relation(page, find.first, find.last, self.when.type, self.when.mod, value)

    @property
    def earliest(self) -> date | None:
        return self.fixed.earliest if self.fixed else None

    @property
    def latest(self) -> date | None:
        return self.fixed.latest if self.fixed else None

    @property
    def past(self) -> bool:
        """Whether a preposition or a verb right before it says that it is over; a year alone needs منذ or a verb next to it."""
        if self.fixed is None or (self.when.mod and self.when.day is None) or self.when.year_step is not None:
            return False
        return self.relation == "since" or (self.told < 0 and self.relation in ("on", None))

    @property
    def coming(self) -> bool:
        """Whether a verb or a plan right before it says that it is to come."""
        return self.fixed is not None and (self.told > 0 or (self.relation == "by" and self.turn >= 0))


def _stated(page: Page, finds: list[Find]) -> tuple[date, str] | None:
    """The day of a dateline, or of a full date that the text calls today or yesterday."""
    for find in finds:
        when: When = find.value
        if when.year is None or when.month is None or when.day is None:
            continue
        found = anchored(when.having(part=None, clock=None, mod=None), _NOBODY, 0)
        if found.earliest is None or found.latest is None:
            continue
        day = found.earliest + (found.latest - found.earliest) // 2
        words = page.span(find.first, find.last).cite(page.document.text)
        if when.unit == "D" and when.step is not None:
            return day - DAY * when.step, f"{words!r} is counted from the day of writing"
        if find.first > _HEAD:
            break
        if when.hijri and page.has(find.last, "bracket") is False and "موافق" in page.stem(find.last):
            continue  # its Gregorian twin follows
        first, last = next(((a, b) for a, b in page.text.paragraphs if a <= find.first < b), (0, 0))
        begins = find.first - first <= 4 and (
            find.last >= last or page.has(find.last, "dash", "colon", "bracketed", "break")
        )
        if last - first <= _LINE and (begins or (find.first - first <= 10 and first > 0 and last - find.last <= 3)):
            return day, f"{words!r} is the date line"
        if begins and page.has(find.last, "dash", "colon"):
            return day, f"{words!r} is the date line"
    return None


def _this_month(days: _Days, fact: _Fact) -> None:
    """سبتمبر الحالي: written in that month, behind its day where a past verb tells it, before it where it is to come."""
    when = fact.when
    if when.deixis != 0 or when.month is None or when.hijri:
        return
    intervals = []
    for year in [when.year] if when.year else range(FLOOR.year, CEILING.year + 1):
        first, last = month_days(year, when.month)
        if when.day and when.day <= last.day:
            day = first.replace(day=when.day)
            first, last = (first, day) if fact.turn > 0 else (day, last)
        intervals.append((first, last))
    side = "" if not when.day else ", up to that day" if fact.turn > 0 else ", on or after that day"
    days.keep(intervals, f"{fact.words!r} names the month of writing{side}")


def _this_year(days: _Days, fact: _Fact) -> None:
    """العام الجاري 2018, العام الماضي 2017."""
    when = fact.when
    if when.year is not None and when.year_step is not None and when.month is None and not when.hijri:
        year = when.year - when.year_step
        days.keep([(date(year, 1, 1), date(year, 12, 31))], f"{fact.words!r} says which year is the year of writing")


def _past(days: _Days, fact: _Fact) -> None:
    """What is told as past, or as a year that has come, is not after the day of writing."""
    if fact.earliest and fact.past:
        days.keep([(fact.earliest, CEILING)], f"{fact.words!r} is told as past")


def _coming(days: _Days, fact: _Fact) -> None:
    """What a verb tells as future is not before the day of writing."""
    if fact.latest and fact.coming:
        days.keep([(FLOOR, fact.latest)], f"{fact.words!r} is still to come")


def _within_until(days: _Days, facts: list[_Fact]) -> None:
    """خلال الـ 12 شهراً المقبلة وفي موعد أقصاه …: the deadline is so long after the day of writing."""
    for one, two in pairwise(facts):
        value = one.when.value or ""
        if one.when.type != "DURATION" or one.relation != "within" or "X" in value or one.when.mod:
            continue
        if two.relation != "by" or two.find.first - one.find.last > 8 or not (two.earliest and two.latest):
            continue
        if one.when.ahead is not None and one.when.ahead < 0:
            continue
        first, last = plus(two.earliest, value, -1), plus(two.latest, value, -1)
        if first and last:
            days.keep([(first, last)], f"{one.words!r} runs until {two.words!r}")


def _numbered_act(days: _Days, facts: list[_Fact]) -> None:
    """المرسوم رقم 38 لعام 2013: the latest year that the text names is the year of a new act, where one is reported."""
    latest = max((f.when.year for f in facts if f.when.year and not f.when.hijri and not f.coming), default=0)
    today = any(f.when.unit == "D" for f in facts)
    for fact in facts:
        year, page, first = fact.when.year, fact.page, fact.find.first
        if year is None or fact.when.month or year != latest:
            continue
        numbered = page.has(first - 1, "num") and any(page.stem(t) in _ACTS for t in range(first - 4, first - 1))
        title = page.text.paragraphs[0] if len(page.text.paragraphs) > 1 else (0, 0)
        headline = title[0] <= first < title[1] and fact.find.rule.id.startswith(
            ("calendar.year.bare", "calendar.year.last")
        )
        if (numbered and today) or (headline and not fact.relation):
            what = "the year of the act that is reported" if numbered else "the year that the headline names"
            days.keep(
                [(date(year, 1, 1), date(year, 12, 31))], f"{fact.words!r} is {what}, and no later year is told as past"
            )


def _near(days: _Days, facts: list[_Fact]) -> None:
    """A past day that is named by its weekday too, and the day of the event in the lead, are recent."""
    past = [f for f in facts if f.past]
    months = {f.when.month for f in facts if f.when.deixis == 0}
    newest = max((f.earliest for f in past if f.earliest), default=None)
    for fact in past:
        if fact.earliest != newest or newest is None or fact.when.day is None:
            continue
        paragraphs = fact.page.text.paragraphs
        lead = paragraphs[1] if len(paragraphs) > 1 else (0, 0)
        if fact.when.month in months:
            days.keep([month_days(newest.year, newest.month)], f"{fact.words!r} lies in the month of writing")
        if fact.when.weekday:
            days.keep([(newest, newest + _RECENT)], f"{fact.words!r} is so near that its weekday is named")
        elif lead[0] <= fact.find.first < min(lead[1], lead[0] + _LINE) and fact.relation != "since":
            days.keep([(newest, newest + _LEAD)], f"{fact.words!r} is the day of what the lead reports")


def _weekdays(days: _Days, facts: list[_Fact]) -> None:
    """اليوم السبت, أمس الأربعاء: in a short interval the weekday leaves few days."""
    earliest, latest = days.bounds
    if (latest - earliest).days > 21:
        return
    for fact in facts:
        when = fact.when
        if when.weekday and when.unit == "D" and when.step is not None:
            written = (when.weekday - when.step - 1) % 7 + 1
            every = [earliest + DAY * n for n in range((latest - earliest).days + 1)]
            days.keep(
                [(d, d) for d in every if d.isoweekday() == written], f"{fact.words!r} says the weekday of writing"
            )
