"""Time as a line: days to places between 0 and 100, vague days as stretches. What is drawn is counted here."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

Stretch = tuple[str, str, str]


def bounds(value: str) -> tuple[date, date] | None:
    """The first and last day that an ISO 8601 day, month, quarter-less year can mean; None for anything else."""
    parts = value.split("-")
    try:
        numbers = [int(p) for p in parts]
        if len(parts) == 3:
            day = date(numbers[0], numbers[1], numbers[2])
            return day, day
        if len(parts) == 2:
            year, month = numbers
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        if len(parts) == 1 and len(value) == 4:
            return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    except (ValueError, TypeError):
        return None
    return None


def line(stretches: list[Stretch], today: date | None = None) -> dict[str, Any] | None:
    """The stretches with their places (`at`, `wide`, in hundredths of the whole), and the years or months under them."""
    placed = []
    for first, last, kind in stretches:
        begin, end = bounds(first), bounds(last)
        if begin and end and begin[0] <= end[1]:
            placed.append((begin[0], end[1], kind, first, last))
    if not placed:
        return None
    start = min(p[0] for p in placed)
    stop = max(*(p[1] for p in placed), today or date.min)
    if (stop - start).days < 14:
        start, stop = start - timedelta(days=7), stop + timedelta(days=7)
    whole = (stop - start).days + 1

    def at(day: date) -> float:
        return round(100 * (day - start).days / whole, 2)

    marks = [
        {
            "at": at(a), "wide": round(max(0.6, 100 * ((b - a).days + 1) / whole), 2), "kind": kind, "from": first,
            "to": last, "vague": a != b,
        }
        for a, b, kind, first, last in placed
    ]  # fmt: skip
    return {
        "marks": marks,
        "ticks": _ticks(start, stop, at),
        "today": at(today) if today and start <= today <= stop else None,
    }


def _ticks(start: date, stop: date, at: Any) -> list[dict[str, Any]]:
    days = (stop - start).days
    step = 1 if days <= 200 else 3 if days <= 800 else 12 * max(1, days // 3650)
    found: list[dict[str, Any]] = []
    month = start.year * 12 + start.month
    month += -(month - 1) % step
    while True:
        day = date(month // 12 if month % 12 else month // 12 - 1, month % 12 or 12, 1)
        if day > stop:
            return found
        if day >= start:
            value = str(day.year) if step >= 12 else day.isoformat()[:7]
            found.append({"at": at(day), "value": value})
        month += step
