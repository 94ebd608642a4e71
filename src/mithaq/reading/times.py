"""The times of a report: the levels run, what they find is anchored to the day of writing."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from mithaq.engine import Find, Line
from mithaq.grammar.page import Page
from mithaq.grammar.time.when import When
from mithaq.reading.anchor import Anchor, Anchored, anchored
from mithaq.reading.days import month_days, plus
from mithaq.reading.direction import direction
from mithaq.reading.relation import relation
from mithaq.record import Published
from mithaq.text.clitics import W
from mithaq.timex import Timex

LEVELS = ("numeral", "calendar", "date", "moment", "ellipsis", "amount")


def time_line(page: Page) -> Line:
    """The line of a page above the levels of time: time expressions have the class `timex`, quantities `num`. Kept on the page."""
    line = page.lines.get("amount")
    if line is None:
        line = page.line
        for name in LEVELS:
            _, line, doubts = page.grammar.levels[name].run(line)
            page.lines[name] = line
            for doubt, first, last in doubts:
                page.issue(doubt.what, page.span(first, last))
        line = page.lines["amount"]
    return line


def time_finds(page: Page) -> list[Find]:
    """The finds that are time expressions, in order."""
    line = time_line(page)
    return [v for v in line.values if v is not None and "timex" in v.rule.classes and isinstance(v.value, When)]


def read_times(page: Page, published: Published | None) -> list[Timex]:
    """The time expressions of a page, relative ones counted from the day of publication as far as it is known."""
    anchor = Anchor.between(published.earliest, published.latest) if published else Anchor(None, None, None)
    times: list[Timex] = []
    days: list[tuple[int, Timex]] = []
    finds = time_finds(page)
    turns = _directions(page, finds)
    years = _named_years(finds)
    for find, turn in zip(finds, turns, strict=True):
        when = _with_named_year(find.value, years)
        if when.beyond:
            found_beyond = _beyond(page, find, when.beyond, times)
            if found_beyond:
                times.append(found_beyond)
            continue
        found, anchor_id = _anchor(page, find, when, turn, anchor, days)
        span = page.span(find.first, find.last)
        time = Timex(
            id=f"t{span.start}-{span.end}", span=span, type="TIME" if when.clock or when.part else when.type, value=found.value,
            mod=when.mod, earliest=found.earliest, latest=found.latest, anchor=anchor_id, first=find.first, last=find.last,
            found_by=find.rule.id,
        )  # fmt: skip
        time.relation = relation(page, find.first, find.last, time.type, time.mod, time.value)
        times.append(time)
        if when.day and when.weekday and found.earliest == found.latest and found.earliest:
            if found.earliest.isoweekday() != when.weekday:
                page.issue(f"{found.value} is another weekday", span)
        elif when.day and when.month and when.year and found.earliest is None and not when.hijri:
            page.issue(f"{found.value} is no day of the calendar", span)
        if when.to_the_day and found.earliest and found.earliest == found.latest:
            days.append((find.first, time))
    _side_by_side(page, times)
    _check(page, times)
    return times


def _directions(page: Page, finds: list[Find]) -> list[int]:
    """The direction of each find; a weekday or month that no verb governs (in a headline) goes the way of its like in the text."""
    turns = []
    known: dict[tuple[object, ...], int] = {}
    for find in finds:
        when: When = find.value
        turn = 0
        if when.weekday or when.month or when.season or when.feast:
            turn = direction(page, find.first, find.last, when.weekday is not None and when.month is None)
            if turn:
                known.setdefault((when.weekday, when.month, when.day), turn)
        turns.append(turn)
    for i, find in enumerate(finds):
        if turns[i] == 0:
            turns[i] = known.get((find.value.weekday, find.value.month, find.value.day), 0)
    return turns


def _named_years(finds: list[Find]) -> dict[tuple[int, int], set[int]]:
    """The years that the text gives each day of a month."""
    years: dict[tuple[int, int], set[int]] = {}
    for find in finds:
        when: When = find.value
        if when.day and when.month and when.year and not when.hijri:
            years.setdefault((when.month, when.day), set()).add(when.year)
    return years


def _with_named_year(when: When, years: dict[tuple[int, int], set[int]]) -> When:
    """A day and month without a year has the year that the text gives the same day elsewhere, if it gives one."""
    if (
        when.day is None
        or when.month is None
        or when.year is not None
        or when.year_step is not None
        or when.deixis is not None
    ):
        return when
    named = years.get((when.month, when.day), set())
    return when.having(year=next(iter(named))) if len(named) == 1 and not when.hijri else when


def _anchor(
    page: Page, find: Find, when: When, turn: int, anchor: Anchor, days: list[tuple[int, Timex]]
) -> tuple[Anchored, str | None]:
    """The anchored value and what it was counted from: the day of writing, or a day named shortly before."""
    here = anchor
    anchor_id: str | None = None
    alone = (when.part or when.clock) and not (when.to_the_day or when.month or when.unit)
    if (alone or (when.spoken and _quoted(page, find.first))) and days:
        first, last = days[-1]
        start, _ = page.text.sentence_of(find.first)
        if (alone and first >= start) or (when.spoken and _yesterday(last, anchor)):
            day: date | None = last.earliest
            if day:
                here, anchor_id = Anchor(day.year, day.month, day.day), last.id
    found = anchored(when, here, turn)
    if found.relative and anchor_id is None:
        anchor_id = "published"
    return found, anchor_id if found.relative else None


def _beyond(page: Page, find: Find, value: str, times: list[Timex]) -> Timex | None:
    """`بعد ذلك بعامين`: one DATE where the time named before is as fine as the count, else the count alone, a DURATION."""
    bare = value.lstrip("-")
    first, last = find.parts["t"]
    inner = page.span(first, last)
    before = times[-1] if times else None
    unit, fine = bare[-1], {"Y": 4, "M": 7, "D": 10, "W": 10}.get(bare[-1])
    if (
        before
        and before.type == "DATE"
        and before.earliest
        and "X" not in bare
        and "T" not in bare
        and fine
        and len(before.value) == fine
    ):
        day = plus(before.earliest, bare, -1 if value[0] == "-" else 1)
        if day and find.first - before.last < _NEARBY:
            span = page.span(find.first, find.last)
            text = day.isoformat()[:fine]
            ends = {"Y": (date(day.year, 1, 1), date(day.year, 12, 31)), "M": month_days(day.year, day.month)}.get(
                unit, (day, day)
            )
            return Timex(
                f"t{span.start}-{span.end}",
                span,
                "DATE",
                text,
                None,
                *ends,
                before.id,
                None,
                find.first,
                find.last,
                find.rule.id,
            )
    return Timex(f"t{inner.start}-{inner.end}", inner, "DURATION", bare, first=first, last=last, found_by=find.rule.id)


_NEARBY = 40  # tokens: ذلك reaches no further back


def _quoted(page: Page, token: int) -> bool:
    return any(q.close is not None and q.first <= token < q.last for q in page.text.quotations)


def _yesterday(time: Timex, anchor: Anchor) -> bool:
    return bool(anchor.date and time.earliest and (anchor.date - time.earliest).days == 1)


def _side_by_side(page: Page, times: list[Timex]) -> None:
    """Two weekdays side by side (السبت والأحد) are days near each other: the second goes with the first."""
    for one, two in pairwise(times):
        if one.found_by != "calendar.weekday" or two.found_by != one.found_by or not (one.earliest and two.earliest):
            continue
        if two.first - one.last > 1 or not (page.mask(two.first) & W or page.word(one.last) in ("و", "-", "او", "/")):
            continue
        off = ((two.earliest - one.earliest).days + 3) % 7 - 3
        day = one.earliest + timedelta(off)
        two.value, two.earliest, two.latest = day.isoformat(), day, day


def _check(page: Page, times: list[Timex]) -> None:
    """Twin dates (`الموافق`) that are more than a day apart go to the issues."""
    for one, two in pairwise(times):
        between = [page.stem(t) for t in range(one.last, two.first)]
        if "موافق" not in between or len(between) > 3:
            continue
        if one.found_by == "calendar.weekday" and two.earliest and two.earliest == two.latest:
            one.value, one.earliest, one.latest = two.value, two.earliest, two.latest
        if (
            one.earliest
            and two.earliest
            and one.latest
            and two.latest
            and (one.latest < two.earliest or two.latest < one.earliest)
        ):
            page.issue(f"{one.value} and {two.value} are said to be one day", page.span(one.first, two.last))
