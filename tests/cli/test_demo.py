"""`mithaq demo`: the first thing that a newcomer sees."""

import re

import pytest


@pytest.fixture(scope="module")
def shown(request):
    from click.testing import CliRunner

    from mithaq.cli.app import app

    ran = CliRunner().invoke(app, ["demo"], standalone_mode=False)
    assert ran.exception is None
    return ran.output.splitlines()


def part(lines, title):
    """The lines below a title."""
    start = next(n for n, line in enumerate(lines) if line.startswith(title)) + 1
    return lines[start : start + next((n for n, line in enumerate(lines[start:]) if not line), len(lines))]


def test_the_demo_reads_what_ships_and_ends(run):
    ran = run("demo")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line for line in lines if line.startswith("demo/")] == [f"demo/00{n}.txt" for n in range(1, 6)]
    assert any(re.match("5 reports, all of them invented: .* statements", line) for line in lines)
    assert lines[-1].startswith("      mithaq add ")
    assert len(lines) <= 130


def test_the_register_is_asked_on_three_days(shown):
    assert part(shown, "The register: ")[0].startswith("  17 reports, ")
    first, *rows = part(shown, "What was undertaken")
    days = re.findall(r"\d{4}-\d\d-\d\d", first)
    assert len(days) == 3 and days == sorted(days)
    assert len(rows) >= 20
    for day in days:
        why = part(shown, f"Why, on {day}")
        assert any(re.search(r"\d{3}\.txt \d+:\d+", line) for line in why)


def test_the_day_that_was_moved_and_the_counts_that_differ_are_shown(shown):
    moved = part(shown, "Days that were moved")
    assert moved[0].startswith("  2025-03-31 (001.txt) → 2025-05-15 (007.txt) → 2025-07-10 (011.txt)  ")
    counts = part(shown, "Counts that differ")
    assert [re.split(" {2,}", line)[2] for line in counts] == ["1200", "700", "900"]
    assert all(name in line for name, line in zip(("وزارة الدفاع", "العامري", "بعثة المراقبة"), counts, strict=True))


def test_who_knows_less_sees_another_status(shown):
    act, less, more, *_ = part(shown, "The same day, 2025-04-10")
    assert "تسحب الجبهة مقاتليها" in act
    assert less.startswith("    overdue: ")
    assert more.startswith("    extended: ")


def test_on_a_terminal_arabic_is_isolated():
    from mithaq.cli.demo import _Account
    from mithaq.cli.terminal import Look

    account = _Account.__new__(_Account)
    account.look = Look(terminal=True)
    assert account._text("ستفتح المعبر") == "\u2067ستفتح المعبر\u2069"
    assert account._people([{"name": "الحكومة"}, {"name": "الجبهة"}]) == "\u2067الحكومة والجبهة\u2069"
