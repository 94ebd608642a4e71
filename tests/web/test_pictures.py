"""Pictures: places on the map, days on a line."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mithaq.web.days import written
from mithaq.web.lines import bounds, line
from mithaq.web.places import facts, locate, project


def test_places_lie_where_they_should() -> None:
    baghdad, cairo, rabat, aden = (locate(n) for n in ("بغداد", "القاهرة", "الرباط", "عدن"))
    assert baghdad and cairo and rabat and aden
    assert rabat[0] < cairo[0] < baghdad[0]
    assert baghdad[1] < aden[1]
    assert locate("العراق") and locate("جنوب السودان")
    assert locate("مكان لا يعرفه أحد") is None
    assert project(facts()["west"], facts()["north"]) == (0, 0)


def test_vague_days() -> None:
    assert bounds("2018-02") == (date(2018, 2, 1), date(2018, 2, 28))
    assert bounds("2018") == (date(2018, 1, 1), date(2018, 12, 31))
    assert bounds("2018-13") is None and bounds("P3M") is None and bounds("") is None
    assert written("ar", "2018-07-05") == "5 تموز/يوليو 2018"
    assert written("en", "2018-07") == "July 2018"
    assert written("en", "P3M") == "P3M"


@given(
    st.lists(st.tuples(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(0, 4000)), min_size=1, max_size=9),
    st.dates(date(1950, 1, 1), date(2050, 1, 1)),
)
def test_everything_lies_on_the_line(found: list[tuple[date, int]], today: date) -> None:
    from datetime import timedelta

    made = line([(a.isoformat(), (a + timedelta(days=n)).isoformat(), "x") for a, n in found], today)
    assert made is not None
    assert len(made["marks"]) == len(found)
    for mark in made["marks"]:
        assert 0 <= mark["at"] <= 100 and 0 < mark["wide"] <= 100.01
    ticks = [t["at"] for t in made["ticks"]]
    assert ticks == sorted(ticks) and all(0 <= t <= 100 for t in ticks) and len(ticks) <= 30
