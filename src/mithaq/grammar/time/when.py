"""What a time phrase says before it is anchored to the day of writing."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class When:
    """The parts that a phrase names; what it leaves open is None.

    `value` is a TIMEX3 value that needs no anchor (`P12M`, `PRESENT_REF`). `step` counts units (`unit`: D, W, M, Q, H2, Y)
    from the day of writing: 0 this, -1 last, 1 next. `deixis` is the same for a named month, weekday or season (`الماضي`).
    `year_step` says the year by a step (`العام الماضي`). `weekday` is ISO's (1 Monday), `part` TMO, TAF, TEV or TNI, `clock`
    hours and minutes. `ahead` says which way a duration looks. `beyond` is a duration counted from the time named before (`بعد ذلك بعامين`).
    `spoken` marks what is counted from the day of who speaks (`هذا الصباح`).
    """

    type: str = "DATE"
    value: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    weekday: int | None = None
    unit: str | None = None
    step: int | None = None
    deixis: int | None = None
    year_step: int | None = None
    part: str | None = None
    clock: str | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    feast: str | None = None
    ahead: int | None = None
    beyond: str | None = None
    spoken: bool = False
    mod: str | None = None

    def having(self, **changes: object) -> When:
        """The same with other parts."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def joined(self, other: When) -> When:
        """Both together: the parts of the two, those of this one where both have some."""
        parts = {f.name: getattr(self, f.name) for f in fields(self)}
        for f in fields(self):
            if parts[f.name] is None or parts[f.name] is False:
                parts[f.name] = getattr(other, f.name)
        parts["type"] = "TIME" if "TIME" in (self.type, other.type) else self.type
        return When(**parts)

    @property
    def to_the_day(self) -> bool:
        """Whether it names a day."""
        return self.day is not None or self.weekday is not None or self.unit == "D" or self.feast is not None


def duration(number: float | None, unit: str, mod: str | None = None, extra: str = "") -> When:
    """A duration of `number` units (None: not said); decades and centuries are counted in years, as the guidelines say."""
    sizes = {"DEC": (10, "Y"), "CEN": (100, "Y")}
    if unit in sizes:
        size, unit = sizes[unit]
        number = None if number is None else number * size
    clock = "T" if unit in ("H", "MIN", "S") else ""
    letter = {"MIN": "M", "S": "S"}.get(unit, unit)
    if number is None:
        return When(type="DURATION", value=f"P{clock}X{letter}", mod=mod)
    if number != int(number):
        smaller = {"Y": ("M", 12), "H": ("M", 60), "D": ("H", 24), "M": ("D", 30), "W": ("D", 7)}.get(unit)
        whole, part = int(number), number - int(number)
        if smaller:
            rest = round(part * smaller[1])
            between = "T" if unit == "D" else ""
            head = f"{whole}{letter}" if whole else ""
            return When(type="DURATION", value=f"P{clock}{head}{between}{rest}{smaller[0]}", mod=mod)
    return When(type="DURATION", value=f"P{clock}{int(number)}{letter}{extra}", mod=mod)
