"""Numerals: numbers in words and in digits with words, ordinals of two words, approximators.

A number in digits stays a token of the class `num`; what these rules find has it too, so `num` means both above this level,
and `quantity` reads both.
"""

from __future__ import annotations

from mithaq.engine import Line, Match, Rule
from mithaq.grammar.quantity import Quantity, exact


def read_digits(word: str) -> float:
    """The number that digits say: `2.500` and `2,500` with groups of three are thousands, `7.5` and `7,5` fractions."""
    parts = word.replace("٫", ".").replace("٬", ",").replace(",", ".").split(".")
    if len(parts) == 1:
        return int(parts[0])
    if all(len(p) == 3 for p in parts[1:]) and 1 <= len(parts[0]) <= 3 and parts[0] != "0":
        return int("".join(parts))
    return float(f"{parts[0]}.{''.join(parts[1:])}")


def quantity(match: Match, part: str, n: int = 0) -> Quantity:
    """The quantity of the n-th unit of a part: a find of this level or a number in digits."""
    value = match.value(part, n)
    if value is not None and isinstance(value.value, Quantity):
        return value.value
    return exact(
        read_digits(match.word(part, n)) if match.word(part, n)[0].isdigit() else _word_value(match, part, n) or 0
    )


def _word_value(match: Match, part: str, n: int) -> float | None:
    stem = match.stem(part, n)
    for name in ("n1", "n10", "n20", "n100", "ordinal", "ordinal1"):
        value = match.table(name, stem)
        if value is not None:
            return float(value)
    return None


def ordinal(match: Match, part: str, n: int = 0) -> int:
    """The number of an ordinal: a find of this level, a plain ordinal word, or a number in digits; 0 for none."""
    value = match.value(part, n)
    if value is not None:
        found = value.value
        return int(found.low) if isinstance(found, Quantity) else int(found) if isinstance(found, int) else 0
    word = match.stem(part, n)
    if word[0].isdigit():
        return int(word) if word.isdigit() else 0
    return int(match.table("ordinal", word) or match.table("ordinal1", word) or match.table("n20", word) or 0)


_VALUES = ("n1", "n10", "n20", "n100", "scaled", "n1teen")


def _words(match: Match) -> Quantity | None:
    """The sum of what the words say: a scale multiplies what stands before it, the rest adds up."""
    line, total, current = match.line, 0.0, 0.0
    last_scale = float("inf")
    units = list(match.units())
    for i, unit in enumerate(units):
        word, stem = line.word(unit), line.stem(unit)
        if word == "و":
            continue
        if word[0].isdigit():
            current += read_digits(word)
            continue
        scale = match.table("scale", stem)
        if scale is not None:
            if scale >= last_scale:
                return None
            total, current, last_scale = total + (current or 1) * scale, 0.0, scale
            continue
        half = match.table("fraction", stem)
        if half is not None and i and line.has(unit, "half"):
            total += half * (last_scale if last_scale < float("inf") else 1)
            break
        value = next(v for v in (match.table(name, stem) for name in _VALUES) if v is not None)
        if line.has(unit, "n100") and value == 100 and 3 <= current <= 9:
            current *= 100
        elif line.has(unit, "scaled"):
            total, last_scale = total + value, 10.0 ** (len(str(value)) - 1)
        else:
            current += value
    return exact(total + current)


def _vague(match: Match) -> Quantity:
    """عشرات, مئات, آلاف and their products with a scale."""
    low = high = 1
    for stem in match.stems():
        bounds = match.table("vague", stem) or match.table("vaguescale", stem)
        if match.table("vague", stem) is None and (low, high) != (1, 1):
            scale = match.table("scale", stem)
            low, high = low * scale, high * scale
        else:
            low, high = bounds
    return Quantity(low, high, "APPROX")


def _fraction(match: Match) -> Quantity:
    return exact(match.table("fraction", match.stem("f")) * match.table("scale", match.stem("s")))


def _ordinal(match: Match) -> int:
    first, second = match.units().start, match.units().start + 1
    line: Line = match.line
    one = match.table("ordinal", line.stem(first)) or match.table("ordinal1", line.stem(first))
    return int(one + (match.table("n10", line.stem(second)) or match.table("n20", line.stem(second))))


def _one(w: str) -> str:
    return f"(n1&!weekday{w}|n1&weekday[{w.strip('[]')} !al])"


def _under100(w: str) -> str:
    eleven = "'واحد' n10[!w]|" if w else ""  # وأحد عشر is folded as واحد
    return f"({eleven}n1teen{w} n10[!w]|({_one(w)}|n1teen{w}) n20[w]|n20{w}|{_one(w)}|n10{w})"


def _under1000(w: str) -> str:
    return f"((n1&!weekday{w} n100[!w !al]|n100{w})({_under100('[w]')})?|{_under100(w)})"


def _group(w: str) -> str:
    """A multiple of a thousand or more; a number in digits has its و as a word before it (و500 ألف)."""
    digits = "'و' digits" if w else "digits"
    return f"(({_under1000(w)}|{digits}) scale[!w]|scale&!vaguescale{w}|scaled{w})"


_NUMBER = f"{_group('')}({_group('[w]')})*({_under1000('[w]')}|'و' digits|half[w] scale[al]|half[w])?|{_under1000('')}"

_NUM = frozenset({"num", "numeral"})
_BOUND = frozenset({"bound"})


def _bound(name: str, mod: str, pattern: str, *yes: str) -> Rule:
    return Rule(f"numeral.bound.{name}", pattern, lambda match: mod, _BOUND, yes)


RULES = [
    Rule(
        "numeral.words", _NUMBER, _words, _NUM,
        yes=("قتل ثلاثة وعشرون شخصا", "ألف وتسعمئة وخمسة وتسعين", "مليونين و500 ألف جنيه", "اثنا عشر نائبا", "7.5 ملايين دولار"),
        no=("قال أحد النواب", "يوم الاثنين", "يوم الأحد"),
    ),
    Rule(
        "numeral.vague", "vague (vaguescale[!w])?|vaguescale", _vague, _NUM,
        yes=("خرج عشرات الآلاف", "قتل المئات", "بضعة أسابيع"), no=("خرج الناس",),
    ),
    Rule(
        "numeral.fraction", "f=fraction&!n1[!al] s=scale&!vaguescale[!w]", _fraction, _NUM,
        yes=("نحو نصف مليون لاجئ", "ربع مليار دولار"), no=("نصف المقاعد",),
    ),
    Rule(
        "numeral.ordinal", "(ordinal|ordinal1) (n10[!w]|n20[w])", _ordinal, frozenset({"ord"}),
        yes=("في الرابع عشر من الشهر", "الحادي والعشرين"), no=("الحادث الأول",),
    ),
    _bound("about", "APPROX", "about[!al]", "نحو مئة"),
    _bound("near", "APPROX", "'ما' ('يقارب'|'يناهز'|'يقرب') ('من')?", "ما يقرب من مئة"),
    _bound("near_verb", "APPROX", "'يقارب'|'تقارب'|'يناهز'|'ناهز'|'قاربت'|'قارب'", "يناهز المئة"),
    _bound("more", "MORE_THAN", "('اكثر'|'ازيد') 'من'", "أكثر من مئة"),
    _bound("more_what", "MORE_THAN", "'ما' ('يزيد'|'يربو') ('عن'|'علي')", "ما يزيد على مئة"),
    _bound("less", "LESS_THAN", "'اقل' 'من'", "أقل من مئة"),
    _bound("least", "EQUAL_OR_MORE", "('ما')? 'لا' ('يقل'|'تقل') 'عن'", "ما لا يقل عن مئة"),
    _bound("most", "EQUAL_OR_LESS", "('ما')? 'لا' ('يزيد'|'تزيد'|'يتجاوز'|'تتجاوز'|'يتعدى') ('عن'|'علي')?", "لا تتجاوز مئة"),
]  # fmt: skip
