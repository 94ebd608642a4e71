"""Days of the calendar: weeks, months, thirds, Hijri days, durations after a day, feasts.

Conventions, kept in this one place: a week is an ISO week that begins on the Sunday before (a Sunday belongs to the week of
its Monday); thirds of a span are its START, MID and END, of a month its ten-day parts; Hijri days follow the Umm al-Qura
calendar.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Hijri

DAY = timedelta(days=1)


def week_of(day: date) -> str:
    """The week of a day, `2018-W20`."""
    year, week, _ = (day + DAY).isocalendar()
    return f"{year}-W{week:02}"


def week_days(day: date) -> tuple[date, date]:
    """Sunday and Saturday of the week that a day is in."""
    sunday = day - DAY * (day.isoweekday() % 7)
    return sunday, sunday + DAY * 6


def month_days(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def shifted(year: int, month: int, by: int) -> tuple[int, int]:
    """The month `by` months later."""
    return divmod(year * 12 + month - 1 + by, 12)[0], (year * 12 + month - 1 + by) % 12 + 1


def third(earliest: date, latest: date, mod: str | None) -> tuple[date, date]:
    """The first, middle or last third of a span, for the mods START, MID and END (of a month: its three decades of days)."""
    if mod not in ("START", "MID", "END"):
        return earliest, latest
    days = (latest - earliest).days + 1
    size = 10 if 28 <= days <= 31 else max(1, days // 3)
    if mod == "START":
        return earliest, earliest + DAY * (size - 1)
    if mod == "MID":
        return earliest + DAY * size, earliest + DAY * (2 * size - 1)
    return earliest + DAY * (2 * size), latest


def plus(day: date, value: str, sign: int = 1) -> date | None:
    """The day a duration (`P12M`, `PT48H`, `P1Y6M`) after a day, or before it with sign -1; None where it is not a number."""
    clock = "T" in value
    rest, number = value.lstrip("PT"), ""
    months = days = hours = 0
    for char in rest:
        if char.isdigit():
            number += char
            continue
        if char == "T":
            clock = True
            continue
        if not number:
            return None
        count, number = int(number), ""
        if clock:
            hours += count * {"H": 60, "M": 1}.get(char, 0)
        else:
            months += count * {"Y": 12, "M": 1}.get(char, 0)
            days += count * {"W": 7, "D": 1}.get(char, 0)
    try:
        year, month = shifted(day.year, day.month, sign * months)
        moved = date(year, month, min(day.day, monthrange(year, month)[1]))
        return moved + sign * DAY * (days + hours // 1440)
    except (ValueError, OverflowError):
        return None


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date by the Umm al-Qura calendar (1343-1500 AH), or None outside it."""
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def weekday_of(year: int, month: int, day: int) -> int | None:
    """The weekday (ISO) of a date, or None where there is no such day."""
    try:
        return date(year, month, day).isoweekday()
    except ValueError:
        return None


def feast_days(feast: str, near: date) -> list[date]:
    """The days of a feast within two years of a day: the Eids by the Umm al-Qura calendar, Christmas and New Year."""
    days: set[date] = set()
    for year in range(near.year - 2, near.year + 3):
        if feast == "christmas":
            days.add(date(year, 12, 25))
        elif feast == "newyear":
            days.add(date(year, 1, 1))
        else:
            month, day = (10, 1) if feast == "fitr" else (12, 10)
            about = (year - 622) * 33 // 32  # 33 Hijri years are 32 Gregorian ones
            days.update(d for y in (about, about + 1) if (d := hijri_day(y, month, day)))
    return sorted(days)
