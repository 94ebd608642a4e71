"""Durations and sets: how long, and how often."""

from __future__ import annotations

from mithaq.engine import Match, Rule
from mithaq.grammar.numeral import quantity
from mithaq.grammar.time.deictic import step_of
from mithaq.grammar.time.when import When, duration

_SPAN = frozenset({"timex", "c_duration"})
_SET = frozenset({"timex", "c_set"})
_UNIT = "u=(unit_one[!al]|unit_many[!al])"
_DX = "(dx_last|dx_this|dx_next|dx_recent)"
_ADDED = "(more='نصف'[w] ('عام'[al]|'شهر'[al]|'سنه'[al]|'ساعه'[al]|'يوم'[al])|half=fraction[w])"
_UNITS = ("unit_one", "unit_many", "unit_dual")


def _letter(match: Match) -> str:
    stem = match.stem("u")
    return str(next(v for v in (match.table(name, stem) for name in _UNITS) if v is not None))


def _bound(match: Match) -> str | None:
    if match.has("b"):
        return str(match.value("b").value)
    if match.has("least"):
        return "EQUAL_OR_MORE"
    if match.has("most"):
        return "EQUAL_OR_LESS"
    return "APPROX" if match.has("nearly") else None


def _fraction(match: Match) -> float:
    if match.has("more"):
        return 0.5
    return float(match.table("fraction", match.stem("half"))) if match.has("half") else 0.0


def _ahead(match: Match, when: When) -> When:
    if not match.has("x"):
        return when
    return when.having(ahead=step_of(match, "x"))


def _is_age(match: Match) -> bool:
    """Whether the years are somebody's age: behind العمر, or alone between brackets or commas."""
    line, before, after = match.line, match.before(), match.after()
    if any(
        line.stem(u)
        in ("عمر", "عمره", "عمرها", "سن", "اعمارهم", "عمرا", "يبلغ", "تبلغ", "بالغ", "بالغه", "ابن", "ابنه")
        for u in range(max(0, before - 2), before + 1)
    ):
        return True
    opened = line.has(before, "bracket") and (line.has(after, "bracketed") or line.has(after, "comma"))
    apposed = line.has(before, "comma") and line.has(after, "comma")
    return (opened or apposed) and _letter(match) == "Y"


def _counted(match: Match) -> When | None:
    """A number and a unit: the number agrees with the unit, and it is no age."""
    if _is_age(match):
        return None
    many = quantity(match, "q")
    letter = _letter(match)
    if many.number is None:
        return duration(None, letter)
    number = float(many.number)
    if letter == "S" and match.line.has(match.number("u"), "unit_one") and number < 3:
        return None
    return _ahead(match, duration(number + _fraction(match), letter, _bound(match)))


def _dual(match: Match) -> When | None:
    if not match.has("x") and (match.marked("u", "al") or match.line.stem(match.before()) in _GENERAL):
        return None  # general directors, not two years
    return _ahead(match, duration(2 + _fraction(match), _letter(match), _bound(match)))


_GENERAL = frozenset("مدراء مديرين مديرون امناء مدير مديرا امين".split())


def _one(match: Match) -> When | None:
    letter = _letter(match)
    word, line, after = match.stem("u"), match.line, match.after()
    following = line.word(after)
    if following in ("ما", "الذي", "التي") or line.has(after, "d_year"):
        return None
    if letter == "DEC" and not (following in ("من", "كامل", "واحد", "علي", "مضي") or line.has(after, "mark")):
        return None  # a contract, or held
    if letter == "D" and line.word(match.number("u") - 2) in ("يوما", "يوم"):
        return None  # day after day
    if match.has("one") and quantity(match, "one").number != 1:
        return None
    if line.has(after, "c_hijri") or line.has(after, "c_month"):
        return None
    if word in ("عام", "يوم") and line.has(after, "weekday"):
        return None
    return duration(1 + _fraction(match), letter, _bound(match))


def _plural(match: Match) -> When | None:
    line, after = match.line, match.after()
    if _letter(match) == "H" and (line.has(after, "c_the_part") or line.has(after, "c_part")):
        return None  # ساعات الصباح
    return _ahead(match, duration(None, _letter(match)))


def _half_unit(match: Match) -> When:
    return duration(float(match.table("fraction", match.stem("f"))), _letter(match), _bound(match))


def _set(match: Match) -> When | None:
    line, before, after = match.line, match.before(), match.after()
    if line.stem(before) in ("صحيفه", "جريده", "صحف", "يوميه", "ذكري", "مجله", "نشره"):
        return None
    if any(
        line.has(after, name) for name in ("c_month", "c_weekday", "ord", "ordinal", "num", "c_date", "c_day")
    ) and match.stem("e") in ("يومي", "شهري"):
        return None
    return When(type="SET", value=match.table("each", match.stem("e")))


def _every(match: Match) -> When | None:
    return When(type="SET", value=duration(1, _letter(match)).value)


def _every_some(match: Match) -> When | None:
    inner = match.value("t").value
    return When(type="SET", value=inner.value) if inner.type == "DURATION" else None


_B = "(b=bound)?"
_AFTER = "(least=('علي' 'اقل'[al])|most=('علي' 'اكثر'[al]|'كحد' 'اقصي'|'بحد' 'اقصي')|nearly='تقريبا')?"
_PREP = "(span_prep|'في'|'من'|'ل'|'علي'|'الي')"
RULES = [
    Rule("duration.counted", f"{_B} ('ال')? q=num ('من')? {_UNIT} ({_ADDED})? (x={_DX})? {_AFTER}", _counted, _SPAN,
         yes=("خلال 12 شهراً", "الـ 12 شهراً المقبلة", "نحو ستة عقود", "منذ ثلاث سنوات", "بعد أربعة أشهر ونصف", "الـ 24 ساعة الماضية"),
         no=("من العمر 51 عاما", "مادورو (55 عاما) لولاية")),
    Rule("duration.counted_the", f"{_B} u=unit_many[al] ('ال')? q=num (x={_DX})?", _counted, _SPAN,
         yes=("السنوات الخمس الماضية", "الساعات الـ 48 الماضية")),
    Rule("duration.first", "u=unit_many[al] ('ال')? q=num ordinal[al] 'من' (c_year|c_month|c_unit|c_date)", _counted, _SPAN,
         yes=("الأشهر الأربعة الأولى من العام الحالي",)),
    Rule("duration.the", f"{_B} u=unit_many[al] (few[al])? x={_DX}", _plural, _SPAN,
         yes=("السنوات الأخيرة", "الأيام القليلة الماضية", "الأسابيع القادمة")),
    Rule("duration.dual", f"{_B} u=unit_dual (x={_DX})? ({_ADDED})? {_AFTER}", _dual, _SPAN, yes=("لعامين مقبلين", "نحو شهرين", "اليومين الأخيرين")),
    Rule("duration.one", f"{_PREP} span=(b=bound u=unit_one[!al] ({_ADDED})? {_AFTER})", _one, _SPAN, yes=("منذ أكثر من عام",)),
    Rule("duration.one_about", f"b=bound u=unit_one[!al] ({_ADDED})? {_AFTER}", _one, _SPAN, yes=("قبل موعدها بأكثر من عام",)),
    Rule("duration.one_plain", f"span_prep span=(u=unit_one[!al] (one=numeral|'كامل'|'كامله')? ({_ADDED})? {_AFTER})", _one, _SPAN,
         yes=("بعد عام ونصف", "منذ أسبوع", "مهلة شهر", "خلال يوم واحد"), no=("بعد عقد اجتماع", "أمين عام الحزب")),
    Rule("duration.one_passed", f"('مضي'|'مضت'|'مر'|'مرت') ('علي'|'عليه'|'عليها'|'عليهم')? span=(u=unit_one[!al] ({_ADDED})? {_AFTER})", _one, _SPAN,
         yes=("مضى عليها عام", "مر عام تقريبا على")),
    Rule("duration.one_for", f"u=unit_one[l !al] (one=numeral|'كامل'|'كامله') ({_ADDED})?", _one, _SPAN, yes=("ليوم واحد",)),
    Rule("duration.one_number", "u=unit_one[!al] one=numeral", _one, _SPAN, yes=("في عام واحد",)),
    Rule("duration.some", f"{_PREP} span=(('عده'[!al]|'بضعه'[!al])? u=unit_many[!al] (many)?)", _plural, _SPAN,
         yes=("خلال أيام", "منذ سنوات", "بعد أسابيع من"), no=("من بين الأشهر", "عدد أيام عمله")),
    Rule("duration.some_prefixed", "u=unit_many[!al l|b] (many)?", _plural, _SPAN, yes=("أجل القرار لأشهر", "تأخر بأيام")),
    Rule("duration.several", "('عده'[!al]|'بضعه'[!al]|'بضع'[!al]) u=unit_many[!al]", _plural, _SPAN, yes=("لعدة أيام",)),
    Rule("duration.several_before", "span=(u=unit_many[!al]) ('قبل'|'من')", _plural, _SPAN, yes=("ساعات قبل إعلان القرار",)),
    Rule("duration.many", "u=unit_many[!al] many", _plural, _SPAN, yes=("شهدت سنوات عديدة",)),
    Rule("duration.half", f"{_B} f=fraction[!al] u=unit_one[!al]", _half_unit, _SPAN, yes=("منذ نصف قرن", "نصف ساعة")),
    Rule("set.each", "e=each", _set, _SET, yes=("هجومها السنوي", "يوميا", "هجمات يومية")),
    Rule("set.every", "'كل' u=unit_one[!al]", _every, _SET, yes=("كل أسبوع", "كل عام")),
    Rule("set.every_two", "'كل' u=unit_dual[!al]", lambda match: When(type="SET", value=duration(2, _letter(match)).value), _SET, yes=("مرة كل شهرين",)),
    Rule("set.every_weekday", "'كل' ('يوم')? d=weekday&!numword[!al]", lambda match: When(type="SET", value=f"XXXX-WXX-{match.table('weekday', match.stem('d'))}"), _SET, yes=("كل يوم جمعة", "كل خميس")),
    Rule("set.every_some", "'كل' q=num u=(unit_many[!al]|unit_one[!al])", lambda match: When(type="SET", value=duration(quantity(match, "q").number, _letter(match)).value), _SET, yes=("كل ستة أشهر",)),
]  # fmt: skip
