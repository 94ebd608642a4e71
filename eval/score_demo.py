"""Compares the register of the demonstration with what a careful reader enters by hand (`expected.json`).

    .venv/bin/python eval/score_demo.py [--given] [--raise]

prints the figures beside their floor (`floor-demo.json`) and what is missed. With `--given` the claims that the reader
misses are taken from `expected.json`: what is still wrong is then the register's doing, not the reader's.

    commitments  share of the expected commitments of which a mention is found; of the expected mentions
    together     B-cubed precision and recall of putting mentions of one commitment into one
    due          of the commitments found that have a day: share with that day
    status       share of the expected statuses, over the four days; and of those of the same family
    claims       share of the expected claims whose words are found as a claim of the same kind
    conflicts    of what contradicts each other, share found; of what only seems to, share that is left alone
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from mithaq import Document, Reader, open_register
from mithaq.register import Register

FLOOR = Path(__file__).parent / "floor-demo.json"
FOLDER = files("mithaq") / "demo" / "register"
FAMILY = {
    **dict.fromkeys(("planned", "conditional", "in force", "in progress"), "open"),
    **dict.fromkeys(("fulfilled", "claimed fulfilled", "partly"), "done"),
    **dict.fromkeys(("overdue", "violated (claimed)", "violated (confirmed)", "disputed", "suspended"), "trouble"),
    **dict.fromkeys(("extended", "cancelled", "superseded"), "changed"),
}
Span = tuple[str, int, int]  # a report, and from where to where


def expected() -> dict[str, Any]:
    """What a careful reader enters."""
    found: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text("utf-8"))
    return found


def reports() -> list[tuple[Document, str]]:
    """The reports with their titles, in order."""
    rows = csv.DictReader((FOLDER / "index.tsv").read_text("utf-8").splitlines(), delimiter="\t")
    return [
        (
            Document(
                (FOLDER / row["file"]).read_text("utf-8"),
                source=row["file"],
                published=date.fromisoformat(row["published"]),
                publisher=row["outlet"],
            ),
            row["title"],
        )
        for row in rows
    ]


def build(register: Register, reader: Reader, given: bool = False) -> None:
    """Adds the reports; `given` says that the claims of `expected.json` are read as well."""
    by_hand = expected()
    for document, title in reports():

        def read(what: Document) -> dict[str, Any]:
            record = reader.read(what).to_json()
            return with_claims(record, by_hand) if given else record

        register.add(document, title=title, read=read)


def with_claims(record: dict[str, Any], by_hand: dict[str, Any]) -> dict[str, Any]:
    """The record with the expected claims in the place of those that were read."""
    text, source = record["document"]["text"], record["document"]["source"]
    acts = {c["key"]: c["act"] for c in by_hand["commitments"]} | {a["key"]: a["name"] for a in by_hand["agreements"]}
    roles = {a["name"]: a["roles"] for a in by_hand["actors"]}
    entities = {e["name"]: e["id"] for e in record["entities"]}
    record["status_claims"] = []
    for number, claim in enumerate(c for c in by_hand["claims"] if c["report"] == source):
        start = text.index(claim["quote"])
        span = {"start": start, "end": start + len(claim["quote"]), "text": claim["quote"]}
        by: list[Any] = [
            "document" if n == "document"
            else {"name": n, "role": next(iter(roles.get(n, ())), None), "entity": entities.get(n), "mention": None}
            for n in claim["by"]
        ]  # fmt: skip
        when = f"given{number}"
        day = claim["day"]
        record["timexes"].append(
            {"id": when, "value": day, "earliest": f"{day}-01"[:10], "latest": f"{day}-28"[:10], **span}
        )
        record["status_claims"].append(
            {"id": f"given{number}", "span": span, "claim": claim["claim"], "by": by, "statement": None,
             "about": {**span, "text": acts[claim["about"]]}, "date": when, "found_by": "given"}
        )  # fmt: skip
    return record


def local_reader() -> Reader:
    """The reader with the places of the demonstration."""
    with as_file(FOLDER / "places.csv") as places:
        return Reader(gazetteers=[places])


def overlap(a: Span, b: Span) -> float:
    """How much of the shorter of two spans the other covers."""
    shared = min(a[2], b[2]) - max(a[1], b[1])
    return shared / min(a[2] - a[1], b[2] - b[1]) if a[0] == b[0] and shared > 0 else 0.0


class Comparison:
    """The figures, each a share between 0 and 1, and in words what is missed."""

    def __init__(self, register: Register) -> None:
        self.by_hand = expected()
        self.texts = {document.source: document.text for document, _ in reports()}
        self.figures: dict[str, float] = {}
        self.missed: list[str] = []
        self.matters = {c["id"]: c for c in register.commitments()}
        self.of = self._linked()
        self._commitments()
        self._together()
        self._due()
        self._status(register)
        self._claims(register)
        self._conflicts(register)

    def _span(self, quote: dict[str, Any]) -> Span:
        start = self.texts[quote["report"]].index(quote["quote"])
        return quote["report"], start, start + len(quote["quote"])

    def _share(self, name: str, right: list[bool]) -> None:
        self.figures[name] = round(sum(right) / len(right), 3) if right else 0.0

    def _linked(self) -> dict[tuple[str, int], str]:
        """For each expected mention that is found, the register's commitment in which it is."""
        here = [((m["report"], m["start"], m["end"]), c["id"]) for c in self.matters.values() for m in c["mentions"]]
        found = {}
        for c in self.by_hand["commitments"]:
            for number, quote in enumerate(c["mentions"]):
                span = self._span(quote)
                best, identity = max(((overlap(span, s), i) for s, i in here), default=(0.0, ""))
                if best >= 0.5:
                    found[c["key"], number] = identity
                else:
                    self.missed.append(f"mention of {c['key']} in {quote['report']}: {quote['quote']}")
        return found

    def _commitments(self) -> None:
        keys = {key for key, _ in self.of}
        self._share("commitments", [c["key"] in keys for c in self.by_hand["commitments"]])
        self._share(
            "mentions",
            [(c["key"], n) in self.of for c in self.by_hand["commitments"] for n in range(len(c["mentions"]))],
        )

    def _together(self) -> None:
        same: dict[str, Callable[[Any, Any], bool]] = {
            "hand": lambda x, y: x[0] == y[0], "register": lambda x, y: self.of[x] == self.of[y],
        }  # fmt: skip
        for name, group, other in (("together precision", "register", "hand"), ("together recall", "hand", "register")):
            shares = []
            for x in self.of:
                near = [y for y in self.of if same[group](x, y)]
                apart = [y for y in near if not same[other](x, y)]
                shares.append(1 - len(apart) / len(near))
                if apart and name.endswith("precision"):
                    self.missed.append(f"{x[0]} is one with {', '.join(sorted({y[0] for y in apart}))}")
                elif apart:
                    self.missed.append(f"{x[0]} is more than one: mention {x[1] + 1} is in {self.of[x]}")
            self.figures[name] = round(sum(shares) / len(shares), 3) if shares else 0.0

    def _matters(self, key: str) -> list[str]:
        return sorted({identity for (k, _), identity in self.of.items() if k == key})

    def _due(self) -> None:
        right = []
        for c in self.by_hand["commitments"]:
            history = (c["deadline"] or {}).get("history")
            day = history[-1]["due"] if history else (c["deadline"] or {}).get("due")
            here = self._matters(c["key"])
            if day and here:
                got = {(self.matters[i]["deadline"] or {}).get("due") for i in here}
                right.append(day in got)
                if day not in got:
                    self.missed.append(f"{c['key']} is due {day}, not {sorted(map(str, got))}")
        self._share("due", right)

    def _status(self, register: Register) -> None:
        exact, family = [], []
        days = sorted({(s["as_of"], s["known"]) for s in self.by_hand["status"]})
        on = {
            d: {c["id"]: c["status"] for c in register.statuses(date.fromisoformat(d[0]), date.fromisoformat(d[1]))}
            for d in days
        }
        for s in self.by_hand["status"]:
            got = {on[s["as_of"], s["known"]].get(i) for i in self._matters(s["commitment"])} - {None}
            exact.append(s["status"] in got)
            family.append(FAMILY[s["status"]] in {FAMILY[g] for g in got if g})
            if not exact[-1]:
                self.missed.append(
                    f"{s['as_of']}: {s['commitment']} is {s['status']}, not {sorted(map(str, got))} ({s['because']})"
                )
        self._share("status", exact)
        self._share("status family", family)

    def _claims(self, register: Register) -> None:
        here = [((k["report"], k["start"], k["end"]), k["claim"]) for k in register.claims()]
        here += [((k["report"], k["start"], k["end"]), k["claim"]) for c in self.matters.values() for k in c["claims"]]
        right = []
        for c in self.by_hand["claims"]:
            span = self._span(c)
            right.append(any(kind == c["claim"] and overlap(span, s) >= 0.3 for s, kind in here))
            if not right[-1]:
                self.missed.append(f"claim in {c['report']}: {c['claim']} by {', '.join(c['by'])}: {c['quote']}")
        self._share("claims", right)

    def _conflicts(self, register: Register) -> None:
        found = list(register.conflicts())
        there, left = [], []
        real = [[self._span(s) for s in c["sides"]] for c in self.by_hand["contradictions"]]
        for c, spans in zip(self.by_hand["contradictions"], real, strict=True):
            there.append(any(self._holds(f, spans) for f in found))
            if not there[-1]:
                self.missed.append(f"contradiction about {c['about']}: {' / '.join(s['quote'] for s in c['sides'])}")
        others = [f for f in found if not any(self._holds(f, spans) for spans in real)]
        for c in self.by_hand["not_contradictions"]:
            wrong = [f for f in others if self._holds(f, [self._span(s) for s in c["sides"]])]
            left.append(not wrong)
            if wrong:
                self.missed.append(f"no contradiction about {c['about']}, but {wrong[0]['what']}: {c['why']}")
        self._share("contradictions", there)
        self._share("no contradictions", left)

    def _holds(self, conflict: dict[str, Any], spans: list[Span]) -> bool:
        """Whether a conflict sets two of these places against each other."""
        return len({value for _, value in self._sides(conflict, spans)}) > 1

    @staticmethod
    def _sides(conflict: dict[str, Any], spans: list[Span]) -> list[tuple[int, str]]:
        """The sides of a conflict that are among the spans: which span, and the value."""
        found = []
        for side in conflict["sides"]:
            here = (side["report"], side["start"], side["end"])
            for number, span in enumerate(spans):
                if overlap(here, span) >= 0.3:
                    found.append((number, json.dumps(side["value"])))
                    break
        return found


def compare(reader: Reader, given: bool = False) -> Comparison:
    """Builds the register in a folder that is gone afterwards, and compares it."""
    with tempfile.TemporaryDirectory() as folder, open_register(f"{folder}/demo.db") as register:
        build(register, reader, given)
        return Comparison(register)


def main() -> int:
    """Print the figures and what is missed; 1 where a figure is below its floor."""
    options = argparse.ArgumentParser(description="Compare the register of the demonstration with what is expected.")
    options.add_argument("--given", action="store_true", help="take the claims from expected.json, not from the reader")
    options.add_argument("--raise", action="store_true", dest="up", help="write the floor anew where it rises")
    chosen = options.parse_args()
    name = "given" if chosen.given else "read"
    floors = json.loads(FLOOR.read_text("utf-8")) if FLOOR.exists() else {}
    floor = floors.setdefault(name, {})
    found = compare(local_reader(), chosen.given)
    print(*found.missed, "", sep="\n")
    for figure, value in found.figures.items():
        print(f"{figure:<20}{value:>7.3f}  floor {floor.get(figure, 0.0):.3f}")
    below = [figure for figure, value in found.figures.items() if value < floor.get(figure, 0.0)]
    if chosen.up:
        floor.update({f: max(v, floor.get(f, 0.0)) for f, v in found.figures.items()})
        FLOOR.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main())
