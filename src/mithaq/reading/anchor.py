"""Anchoring: from what a time phrase says and the day of writing to a TIMEX3 value and the days it covers.

A weekday or month with الماضي is the last one before the day (the month) of writing, with المقبل the next one after it.
Where the day of writing is not known in full, X stands for what is open, as TIMEX3 writes it. Weeks, Hijri days and thirds
are in `days`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mithaq.grammar.time.when import When
from mithaq.reading.days import (
    DAY,
    feast_days,
    hijri_day,
    month_days,
    plus,
    shifted,
    third,
    week_days,
    week_of,
    weekday_of,
)

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of writing as far as it is known: `year`, `month` and `day` are None where several are possible."""

    year: int | None
    month: int | None
    day: int | None
    earliest: date | None = None
    latest: date | None = None

    @classmethod
    def between(cls, earliest: date | None, latest: date | None) -> Anchor:
        """What all days from `earliest` to `latest` share."""
        if earliest is None or latest is None or earliest.year != latest.year:
            return cls(None, None, None)
        month = earliest.month if earliest.month == latest.month else None
        day = earliest.day if earliest == latest else None
        return cls(earliest.year, month, day, earliest, latest)

    def moved(self, days: int) -> Anchor:
        """The anchor so many days later."""
        if not days or self.earliest is None or self.latest is None:
            return self
        return Anchor.between(self.earliest + DAY * days, self.latest + DAY * days)

    @property
    def date(self) -> date | None:
        """The day, where it is known."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None


@dataclass(slots=True)
class Anchored:
    """A TIMEX3 value, the days it covers (None where it fixes none), and whether it was counted from the day of writing."""

    value: str
    earliest: date | None = None
    latest: date | None = None
    relative: bool = False


def anchored(when: When, anchor: Anchor, direction: int) -> Anchored:
    """The value of a phrase. `direction` says where a weekday or month without a year lies: -1 before, 1 after the day of writing."""
    if when.value is not None:
        return _fixed(when, anchor)
    try:
        found = _calendar(when, anchor, direction)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return Anchored("XXXX", relative=True)
    if found.earliest and found.latest and when.mod:
        found.earliest, found.latest = third(found.earliest, found.latest, when.mod)
    if when.clock:
        found.value += when.clock
    elif when.part:
        found.value += when.part
    return found


def _fixed(when: When, anchor: Anchor) -> Anchored:
    """Durations, references, decades and centuries."""
    value = when.value or ""
    found = Anchored(value)
    today = anchor.date
    if when.type == "DURATION" and when.ahead is not None and today and "X" not in value:
        end = plus(today, value, 1 if when.ahead > 0 else -1)
        if end:
            found.earliest, found.latest = min(today, end), max(today, end)
        found.relative = True
    elif when.type == "DATE" and value.isdigit() and len(value) in (2, 3):
        size = 10 ** (4 - len(value))
        found.earliest, found.latest = date(int(value) * size or 1, 1, 1), date((int(value) + 1) * size - 1, 12, 31)
        found.earliest, found.latest = third(found.earliest, found.latest, when.mod)
    elif value == "PRESENT_REF":
        found.earliest = found.latest = today
        found.relative = True
    return found


def _calendar(when: When, anchor: Anchor, direction: int) -> Anchored:
    year = when.year
    relative = False
    if year is None and when.year_step is not None:
        year, relative = (anchor.year + when.year_step if anchor.year else None), True
        if year is None and when.month is None:
            return Anchored("XXXX", relative=True)
    if when.feast:
        return _feast(when, anchor, when.deixis or direction)
    if when.hijri:
        return _hijri(when) if when.month else _hijri_year(when)
    if when.month is not None or when.unit == "M":
        return _month(when, anchor, direction, year, relative)
    if when.unit == "D" and when.step is not None:
        return _near_day(when, anchor)
    if when.weekday is not None:
        return _weekday(when, anchor, direction)
    if when.season or when.quarter or when.half:
        return _part_of_year(when, anchor, direction, year)
    if when.unit:
        return _unit(when, anchor)
    if year is not None:
        return Anchored(f"{year:04}", date(year, 1, 1), date(year, 12, 31), relative)
    if when.part or when.clock:
        return _near_day(when.having(step=0), anchor)
    return Anchored("XXXX")


def _hijri(when: When) -> Anchored:
    if when.year is None or when.month is None:
        return Anchored("XXXX")
    day = hijri_day(when.year, when.month, when.day or 1)
    if day is None:
        return Anchored("XXXX-XX-XX" if when.day else "XXXX-XX")
    if when.day is None:
        return Anchored(f"{day:%Y-%m}", day - DAY, day + DAY * 30)
    return Anchored(day.isoformat(), day - DAY, day + DAY)


def _hijri_year(when: When) -> Anchored:
    """A Hijri year alone: the Gregorian year that most of its days are in."""
    first, last = (hijri_day(when.year or 0, 1, 1), hijri_day((when.year or 0) + 1, 1, 1))
    if first is None or last is None:
        return Anchored("XXXX")
    return Anchored(f"{(first + (last - first) // 2).year:04}", first - DAY, last)


def _near_day(when: When, anchor: Anchor) -> Anchored:
    today = anchor.date
    if today:
        day = today + DAY * (when.step or 0)
        if when.weekday and when.step:  # a quoted أمس counts from another day; its weekday is sure
            off = (when.weekday - day.isoweekday() + 3) % 7 - 3
            day += DAY * off if abs(off) == 1 else DAY * 0
        return Anchored(day.isoformat(), day, day, True)
    then = anchor.moved(when.step or 0)
    year = f"{anchor.year:04}" if anchor.year else "XXXX"
    if when.weekday:
        return Anchored(f"{year}-WXX-{when.weekday}", relative=True)
    if then.year is None:  # the step may lead into the next year: the year of writing is what is known
        return Anchored(f"{year}-XX-XX", relative=True)
    month = f"{then.month:02}" if then.month else "XX"
    return Anchored(f"{then.year:04}-{month}-XX", then.earliest, then.latest, True)


def _weekday(when: When, anchor: Anchor, direction: int) -> Anchored:
    today, weekday = anchor.date, when.weekday or 1
    if today is None:
        year = f"{anchor.year:04}" if anchor.year else "XXXX"
        return Anchored(f"{year}-WXX-{weekday}", relative=True)
    back = (today.isoweekday() - weekday) % 7
    ahead = (weekday - today.isoweekday()) % 7
    if when.deixis in (-1, -2):
        day = today - DAY * (back or 7) - DAY * 7 * (-1 - when.deixis)
    elif when.deixis == 1:
        day = today + DAY * (ahead or 7)
    elif when.deixis == 0:
        sunday, _ = week_days(today)
        day = sunday + DAY * (weekday % 7)
    else:
        day = today + DAY * ahead if direction > 0 else today - DAY * back
    return Anchored(day.isoformat(), day, day, True)


def _month(when: When, anchor: Anchor, direction: int, year: int | None, relative: bool) -> Anchored:
    month = when.month
    if month is None:  # this, last or next month
        if anchor.year and anchor.month:
            year, month = shifted(anchor.year, anchor.month, when.step or 0)
        relative = True
        if month is None:
            head = f"{anchor.year:04}-XX" if anchor.year else "XXXX-XX"
            return Anchored(head + (f"-{when.day:02}" if when.day else ""), relative=True)
    elif year is None and when.year_step is None:
        year, relative = _year_of(when, month, anchor, direction), True
    if year is None:
        return Anchored(f"XXXX-{month:02}" + (f"-{when.day:02}" if when.day else ""), relative=True)
    if when.day is None:
        return Anchored(f"{year:04}-{month:02}", *month_days(year, month), relative)
    try:
        day = date(year, month, when.day)
    except ValueError:
        return Anchored(f"{year:04}-{month:02}-{when.day:02}", relative=relative)
    return Anchored(day.isoformat(), day, day, relative)


def _year_of(when: When, month: int, anchor: Anchor, direction: int) -> int | None:
    """The year of a month that stands without one."""
    if anchor.year is None:
        return None
    if when.deixis == 0:
        return anchor.year
    if anchor.month is None:
        return None
    if when.deixis is not None:
        if when.deixis < 0:
            return anchor.year if month < anchor.month else anchor.year - 1
        return anchor.year if month > anchor.month else anchor.year + 1
    here = (month, when.day or 0)
    back = anchor.year if here <= (anchor.month, anchor.day or 31 if when.day else 0) else anchor.year - 1
    ahead = anchor.year if here >= (anchor.month, (anchor.day or 1) if when.day else 0) else anchor.year + 1
    if back == ahead:
        return back
    if when.weekday and when.day:  # the weekday says which
        fits = [y for y in (back, ahead) if weekday_of(y, month, when.day) == when.weekday]
        if len(fits) == 1:
            return fits[0]
    here_to = ((ahead * 12 + month) - (anchor.year * 12 + anchor.month)) * 30 + (when.day or 15) - (anchor.day or 15)
    if direction == 0:
        return ahead if here_to < 180 else back
    if direction < 0:
        return ahead if here_to < _NEAR else back
    return ahead if here_to < 360 - _NEAR else back


# Days: nobody writes a date of almost a year ago, or ahead, without its year; so near, the other one is meant.
_NEAR = 75


def _part_of_year(when: When, anchor: Anchor, direction: int, year: int | None) -> Anchored:
    if when.season:
        first, last = _SEASONS[when.season]
        name = when.season
    else:
        size, number = (3, when.quarter) if when.quarter else (6, when.half)
        assert number is not None
        first, last = size * number - size + 1, size * number
        name = f"Q{number}" if when.quarter else f"H{number}"
    if year is None and anchor.year is not None:
        year = anchor.year
        if when.deixis and anchor.month:
            if when.deixis < 0 and first <= anchor.month:
                year -= 0 if anchor.month > last else 1
            elif when.deixis < 0:
                year -= 1
            elif first <= anchor.month:
                year += 1
        elif when.deixis is None and direction < 0 and anchor.month and first > anchor.month:
            year -= 1
    if year is None:
        return Anchored(f"XXXX-{name}", relative=True)
    end = month_days(*shifted(year, 1, last - 1))[1]
    return Anchored(f"{year:04}-{name}", date(year, first, 1), end, when.year is None)


def _unit(when: When, anchor: Anchor) -> Anchored:
    step, today = when.step or 0, anchor.date
    year = f"{anchor.year:04}" if anchor.year else "XXXX"
    if when.unit == "Y":
        if not anchor.year:
            return Anchored("XXXX", relative=True)
        number = anchor.year + step
        return Anchored(f"{number:04}", date(number, 1, 1), date(number, 12, 31), True)
    if when.unit == "W":
        if today is None:
            return Anchored(f"{year}-WXX", relative=True)
        day = today + DAY * 7 * step
        return Anchored(week_of(day), *week_days(day), True)
    if when.unit == "DEC" and anchor.year:
        decade = anchor.year // 10 + step
        return Anchored(f"{decade:03}", date(decade * 10, 1, 1), date(decade * 10 + 9, 12, 31), True)
    if when.unit == "CEN":
        century = (anchor.year or 2000) // 100 + step
        return Anchored(f"{century:02}", date(century * 100, 1, 1), date(century * 100 + 99, 12, 31), True)
    return Anchored("XXXX", relative=True)


def _feast(when: When, anchor: Anchor, direction: int) -> Anchored:
    today = anchor.date
    if today is None and when.year is None:
        return Anchored("XXXX-XX-XX", relative=True)
    center = today or date(when.year or 1, 7, 1)
    days = feast_days(when.feast or "", center)
    if when.year is not None:
        days = [d for d in days if d.year == when.year]
    elif direction > 0:
        days = [d for d in days if d >= center]
    else:
        days = [d for d in days if d <= center + DAY * 15][-1:]  # a feast of these days is meant, not last year's
    if not days:
        return Anchored("XXXX-XX-XX", relative=True)
    slack = DAY if when.feast in ("fitr", "adha") else DAY * 0
    return Anchored(days[0].isoformat(), days[0] - slack, days[0] + slack, True)
