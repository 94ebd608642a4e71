"""Amounts: quantities with their approximators, ranges, shares and sums of money, for whoever counts something."""

from __future__ import annotations

from mithaq.engine import Match, Rule
from mithaq.grammar.numeral import quantity
from mithaq.grammar.quantity import Quantity

_QUANTITY = frozenset({"num", "quantity"})
_SHARE = frozenset({"share"})


def _bounded(match: Match) -> Quantity:
    inner = quantity(match, "q")
    return Quantity(inner.low, inner.high, match.value("b").value)


def _range(match: Match) -> Quantity | None:
    low, high = quantity(match, "a"), quantity(match, "z")
    if low.low >= high.high:
        return None
    return Quantity(low.low, high.high)


def _share(match: Match) -> Quantity:
    return quantity(match, "q")


RULES = [
    Rule("amount.bounded", "b=bound (open)? q=num (close)?", _bounded, _QUANTITY, yes=("نحو 2500 عسكري", "أكثر من مئة قتيل", 'نحو "2500" عسكري')),
    Rule("amount.range", "a=num ('الي'|'او'|dash) z=num", _range, _QUANTITY, yes=("من 12 إلى 15 شخصا", "ثلاثة أو أربعة جنود")),
    Rule("amount.between", "'بين' a=num ('و')? z=num", _range, _QUANTITY, yes=("بين 15 و20 قتيلا",)),
    Rule("amount.share", "q=num (percent|'بالميه'|'بالمايه'|'في' 'مايه'[al])", _share, _SHARE, yes=("نسبة 46 بالمئة", "25% من المقاعد")),
]  # fmt: skip
