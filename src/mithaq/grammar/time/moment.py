"""Moments: parts of the day, weekdays, dates and edges put together into one phrase."""

from __future__ import annotations

from mithaq.engine import Match, Rule
from mithaq.grammar.time.when import When

_MOMENT = frozenset({"timex", "c_moment"})
_ANY = "(c_weekday|c_day|c_date)"


def _value(match: Match, part: str, n: int = 0) -> When:
    found = match.value(part, n).value
    assert isinstance(found, When)
    return found


def _joined(match: Match) -> When:
    """All that the phrase says; what comes first wins."""
    whens = [
        v.value
        for v in (match.line.values[u] for u in match.units("span" if _spans(match) else None))
        if v is not None and isinstance(v.value, When)
    ]
    first = whens[0]
    for when in whens[1:]:
        first = first.joined(when)
    steps = [when.step for when in whens if when.unit == "D" and when.step is not None]
    return (
        first.having(step=steps[-1]) if len(steps) > 1 else first
    )  # اليوم (أمس): the editor's bracket corrects the agency


def _spans(match: Match) -> bool:
    try:
        return match.has("span")
    except IndexError:
        return False


def _dated(match: Match) -> When | None:
    """A weekday with a date, and the time of day behind them, unless that belongs to the day that follows."""
    when, line, last = _joined(match), match.line, match.units().stop - 1
    if line.has(last, "c_part") and any(line.has(last + 1, name) for name in ("c_weekday", "c_day", "c_date")):
        return None
    part = match.table("part_adverb", line.stem(last)) if line.has(last, "part_adverb") else None
    return when.having(part=part, type="TIME") if part else when


def _after_that(match: Match) -> When:
    """So long after, or before, the time named before."""
    inner = _value(match, "t").value or ""
    return When(beyond=inner if match.stem("side") == "بعد" else f"-{inner}")


def _edge(match: Match) -> When:
    return _value(match, "t").having(mod=match.table("edge", match.stem("e")))


DAYS = "(c_weekday|c_day)"
NEXT = "(c_weekday[!w]|c_day[!w])"
RULES = [
    Rule("moment.days", f"{DAYS} {NEXT}", _joined, _MOMENT, yes=("اليوم السبت", "أمس الأربعاء", "غدا الجمعة", "أول من أمس الجمعة")),
    Rule("moment.days_bracket", f"{DAYS} (bracket {DAYS} bracketed|open {DAYS} close)", _joined, _MOMENT, yes=("اليوم (الاثنين)", "أمس (الأحد)")),
    Rule("moment.days_comma", "c_day comma c_weekday", _joined, _MOMENT, yes=("اليوم، الأربعاء، أمرا",)),
    Rule("moment.days_date", f"({DAYS}){{1,2}} (comma|bracket)? c_date (bracketed)? ((comma)? ('في'|'عند'|'علي')? c_clock|c_part|part_adverb)?", _dated, _MOMENT, yes=("الخميس 4 أكتوبر/تشرين الأول 2018",)),
    Rule("moment.part", f"c_part ('من'|'يوم')? {DAYS} ({NEXT}|bracket {DAYS} bracketed|open {DAYS} close)?", _joined, _MOMENT, yes=("مساء أمس", "صباح اليوم السبت", "بعد ظهر الأحد", "مساء أول أمس الخميس")),
    Rule("moment.part_two", "c_part a=c_weekday (dash|slash) c_weekday[!w]", lambda m: m.line.values[m.units().start].value.joined(_value(m, "a")), _MOMENT, yes=("ليل الخميس - الجمعة",)),
    Rule("moment.after_that", "side=('بعد'|'قبل') 'ذلك' t=c_duration[b]", _after_that, _MOMENT, yes=("اندلع بعد ذلك بعامين",)),
    Rule("moment.part_date", "c_part (c_weekday|c_day)? c_date", _joined, _MOMENT, yes=("مساء 13 أبريل",)),
    Rule("moment.part_behind", f"({DAYS}|c_date) (c_part|part_adverb)", _dated, _MOMENT, yes=("الأحد مساء",)),
    Rule("moment.clock", f"({DAYS}|c_date|c_moment) (comma)? ('في'|'عند'|'علي')? c_clock", _joined, _MOMENT, yes=("الأربعاء الساعة 19:00 بتوقيت غرينتش",)),
    Rule("moment.clock_before", f"c_clock ('من')? c_part? (open)? ({DAYS}|c_date|c_moment) (close)?", _joined, _MOMENT, yes=("الساعة 07:30 صباح الأحد",)),
    Rule("moment.edge", "e=edge[!al] t=(c_month|c_year|c_unit|c_season_of|c_date)", _edge, _MOMENT, yes=("نهاية سبتمبر/أيلول 2025", "مطلع الشهر الحالي", "أواخر فيفري", "نهاية عام 2014"), no=("نهاية ولايته",)),
    Rule("moment.edge_part", "e=edge[!al] c_part t=(c_date|c_weekday|c_day)", _joined, _MOMENT, yes=("نهاية ليل 23 يناير",)),
    Rule("moment.some_time", f"'وقت' ('لاحق'|'سابق'|'مبكر'|'متاخر') ('من')? (c_part ({DAYS})? {NEXT}|c_part c_date|{DAYS} ({NEXT})?|c_date|c_unit|c_year|c_month)", _joined, _MOMENT, yes=("وقت لاحق الأربعاء", "وقت سابق من اليوم الجمعة")),
    Rule("moment.adverb", "p=part_adverb&!part&!'ليلا'", lambda m: When(type="TIME", part=m.table("part_adverb", m.stem("p"))), _MOMENT, yes=("عقد صباحا في الإليزيه",), no=("ليل نهار",)),
]  # fmt: skip
