"""`mithaq demo`: the reports that ship with Mithaq, what they give one by one, and what they give as a register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from mithaq.cli.terminal import Look
    from mithaq.reading import Reader
    from mithaq.register import Register

# The days on which the register is asked, each knowing only what was published by then.
DAYS = (date(2025, 2, 20), date(2025, 6, 1), date(2026, 7, 20))
# A day, and an earlier one on which less was known.
LATER = (date(2025, 4, 10), date(2025, 3, 20))
_WHY = 4  # how many reasons are shown for one day
_SPEAKING = ("undertaken", "runs", "hangs-on", "day-passed")  # rules that say less than others, the least first


@click.command("demo", short_help="Read the invented reports that ship with Mithaq.")
def command() -> int:
    """Read five invented reports that ship with Mithaq and show what they give; then build a register from seventeen
    more, which follow one invented agreement for eighteen months, and ask it where things stood on three days."""
    import tempfile

    from mithaq.cli.terminal import Look, write
    from mithaq.reading import Reader
    from mithaq.register import open_register
    from mithaq.sources.demo import places, titled

    look = Look.of_stdout()
    for line in _single(Reader(), look):
        write(line)
    with places() as gazetteer:
        local = Reader(gazetteers=[gazetteer])
    with tempfile.TemporaryDirectory(prefix="mithaq-demo-") as folder, open_register(f"{folder}/demo.db") as register:
        for document, title in titled("register"):
            register.add(document, title=title, read=lambda d: local.read(d).to_json())
        for line in _Account(register, look).lines():
            write(line)
    write("")
    write("Next: mithaq read YOUR-REPORT.txt --published YYYY-MM-DD")
    write("      mithaq add YOUR-REPORTS… --published YYYY-MM-DD; then mithaq status, due, conflicts, or mithaq --help")
    return 0


def _single(reader: Reader, look: Look) -> Iterator[str]:
    """The five reports: of each its title, how much it gives, and one undertaking or demand with its words."""
    from mithaq.cli.read import LAYERS
    from mithaq.cli.terminal import isolated, visible
    from mithaq.cli.view import entry_lines
    from mithaq.sources.demo import titled

    counts = dict.fromkeys(LAYERS, 0)
    reports = 0
    for document, title in titled():
        record = reader.read(document).to_json()
        reports += 1
        for layer in LAYERS:
            counts[layer] += len(record[layer])
        yield look.bold(visible(document.source))
        yield f"  {document.published}  {isolated(title, look.terminal)}"
        for layer in ("commitments", "demands", "statements"):
            if record[layer]:
                dated = [e for e in record[layer] if e.get("deadline")] or record[layer]
                yield from entry_lines(record, layer, dated[0], look)
                break
    found = ", ".join(f"{count} {layer.replace('_', ' ')}" for layer, count in counts.items() if count)
    yield f"{reports} reports, all of them invented: {found or 'nothing was found'}."
    yield "One commitment of each is shown; offsets count code points. The whole: mithaq read, or with --json."


class _Account:
    """What the register of the demonstration has to say."""

    def __init__(self, register: Register, look: Look) -> None:
        self.register, self.look = register, look
        self.last = {c["id"]: c for c in register.commitments()}
        self.on = [{c["id"]: c for c in register.statuses(day, day)} for day in DAYS]

    def lines(self) -> Iterator[str]:
        """The parts, a title over each."""
        whys = [self._why(number) for number in range(len(DAYS))]
        for part in (self._what(), self._table(), *whys, self._known(), self._moved(), self._sides()):
            yield ""
            yield from part

    def _text(self, words: Any) -> str:
        from mithaq.cli.terminal import isolated

        return isolated(str(words), self.look.terminal)

    def _place(self, words: dict[str, Any]) -> str:
        name = str(words["report"]).rpartition("/")[2]
        place = f"{name} {words['start']}:{words['end']}" if words["start"] is not None else name
        return self.look.dim(place)

    def _people(self, people: list[Any]) -> str:
        names = [p if isinstance(p, str) else p["name"] for p in people]
        return self._text(" و".join(names)) if names else "not said"

    def _what(self) -> Iterator[str]:
        counts = self.register.counts()
        yield self.look.bold("The register: one invented agreement, from seventeen reports of eight invented outlets")
        copies = counts.pop("copies", 0)
        shown = ", ".join(f"{number} {kind}" for kind, number in counts.items() if number)
        again = f" {copies} of the reports republishes another, and confirms nothing." if copies else ""
        yield f"  {shown}.{again}"

    def _table(self) -> Iterator[str]:
        """A line a commitment: its status on each of the days."""
        days = "  ".join(f"{day!s:<18}" for day in DAYS)
        yield self.look.bold("What was undertaken, and where it stood on three days as known on that day")
        yield self.look.dim(f"  {days}  due")
        for identity in sorted(self.last, key=self._first):
            statuses = [on[identity]["status"] if identity in on else "" for on in self.on]
            if not any(statuses):
                continue
            one = self.last[identity]
            due = (one["deadline"] or {}).get("due") or ""
            cells = "  ".join(f"{status:<18}" for status in statuses)
            yield f"  {cells}  {due:<10}  {self._text(one['act'])}  ({self._people(one['bearer'])})"

    def _first(self, identity: str) -> tuple[str, str, int]:
        first = self.last[identity]["mentions"][0]
        return str(first["published"]), str(first["report"]), int(first["start"])

    def _why(self, number: int) -> Iterator[str]:
        """Why some of them stood so: those that had changed, the most telling first."""
        before = self.on[number - 1] if number else {}
        changed = [c for i, c in self.on[number].items() if i not in before or before[i]["status"] != c["status"]]
        changed.sort(key=lambda c: (-_telling(c), self._first(c["id"])))
        yield self.look.bold(f"Why, on {DAYS[number]}")
        for one in changed[:_WHY]:
            yield f"  {one['status']}: {self._text(one['act'])}"
            for words in one["conditions"] if one["status"] == "conditional" else ():
                yield f"    condition: {self._text(words)}"
            for reason in one["because"][:2]:
                yield f"    {reason['rule']}: {self._text(reason['text'])}  {self._place(reason)}" + (
                    f" — {reason['note']}" if reason.get("note") else ""
                )

    def _known(self) -> Iterator[str]:
        """What is seen otherwise on one day by who knows less."""
        day, before = LATER
        yield self.look.bold(f"The same day, {day}, with what was known on {before} and on the day itself")
        less, all_ = ({c["id"]: c for c in self.register.statuses(day, known)} for known in (before, day))
        other = [i for i in less if less[i]["status"] != all_[i]["status"]]
        for identity in sorted(other, key=lambda i: (-_telling(all_[i]), self._first(i)))[:2]:
            yield f"  {self._text(all_[identity]['act'])}"
            for one in (less[identity], all_[identity]):
                reason = one["because"][0]
                yield f"    {one['status']}: {reason['rule']}: {self._text(reason['text'])}  {self._place(reason)}"

    def _moved(self) -> Iterator[str]:
        """Deadlines that reports moved, with the report that brought each day."""
        yield self.look.bold("Days that were moved")
        for one in sorted(self.last.values(), key=lambda c: -len((c["deadline"] or {}).get("history", ()))):
            history = (one["deadline"] or {}).get("history", ())
            if len(history) > 1:
                steps = " → ".join(f"{h['due']} ({str(h['report']).rpartition('/')[2]})" for h in history)
                yield f"  {steps}  {self._text(one['act'])}"

    def _sides(self) -> Iterator[str]:
        """Counts and claims on which reports differ, side by side."""
        found = [c for c in self.register.conflicts() if c["what"] in ("claim", "count")]
        for what, title in (("claim", "What is disputed, side by side"), ("count", "Counts that differ, side by side")):
            yield self.look.bold(title)
            here = [c for c in found if c["what"] == what]
            for conflict in here:
                for side in conflict["sides"][:6]:
                    value = self._text(side["value"])
                    yield f"  {side['published']}  {value}  {self._people(side['by'])}: {self._text(side['text'])}  {self._place(side)}"
                if conflict is not here[-1]:
                    yield "  –"
            if not here:
                yield "  nothing found"


def _telling(one: dict[str, Any]) -> int:
    """How much the reason of a status tells: a claim more than a passed day, that more than a mere undertaking."""
    rule = one["because"][0]["rule"] if one["because"] else ""
    return _SPEAKING.index(rule) if rule in _SPEAKING else len(_SPEAKING)
