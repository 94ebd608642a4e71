"""The quality gate: reads eval/reports, scores the records, and refuses where a layer is worse than its floor.

    make eval
    .venv/bin/python eval/gate.py [--raise] [--errors LAYER]

`floor.json` holds the F1 that each layer must reach and the gold entries that were found when it was set; those lost
and gained since are named. `--raise` writes the floor anew for the layers that rose: a floor never falls by itself.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from score import LAYERS, Report, Score, score

from mithaq import Reader
from mithaq.sources import load

HERE = Path(__file__).parent
FLOOR = HERE / "floor.json"
TOLERANCE = 0.0005
Floor = dict[str, dict[str, Any]]  # by layer: its `f1`, and under `found` the ids of the entries by report


def read_reports(reader: Reader) -> list[Report]:
    """Every report of the gold with what the reader makes of it."""
    reports = []
    for path in sorted((HERE / "reports").glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        document = load(str(path.with_name(gold["file"])), published=date.fromisoformat(gold["published"]))
        reports.append(Report(path.name.split(".")[0], gold, reader.read(document).to_json()))
    return reports


def read_floor(path: Path) -> Floor:
    """The floor; without a file there is none yet."""
    floor: Floor = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return floor


def raise_floor(scores: dict[str, Score], path: Path) -> None:
    """Write the floor anew for the layers that rose."""
    floor = read_floor(path)
    for name, outcome in scores.items():
        f1 = round(outcome.figures()[2], 4)
        if f1 > floor.get(name, {}).get("f1", -1):
            floor[name] = {"f1": f1, "found": by_report(outcome.found)}
    path.write_text(json.dumps(floor, indent=1) + "\n", "utf-8")


def by_report(ids: Iterable[str]) -> dict[str, str]:
    """Ids in one line a report, in the order of the text: a change shows as one line of a diff."""
    parts = sorted((entry.split(":") for entry in ids), key=lambda p: (p[0], int(p[1].split("-")[0]), p[1]))
    return {report: " ".join(place for _, place in places) for report, places in groupby(parts, lambda p: p[0])}


def changes(name: str, outcome: Score, floor: Floor) -> list[str]:
    """The gold entries of a layer that were lost and gained since its floor was set, each with its words."""
    if name not in floor:
        return []
    before = {f"{report}:{place}" for report, places in floor[name]["found"].items() for place in places.split()}
    lost = [f"  lost    {line(name, i, e)}" for i, e in outcome.missed.items() if i in before]
    return lost + [f"  gained  {line(name, i, e)}" for i, e in outcome.found.items() if i not in before]


def line(name: str, ident: str, entry: dict[str, Any]) -> str:
    """An entry in one line."""
    return f"{ident:<20}  {' '.join(LAYERS[name].span(entry)['text'].split())[:90]}"


def main(arguments: Sequence[str] | None = None, reader: Reader | None = None, path: Path = FLOOR) -> int:
    """Print the table and the changes; the exit status is 1 where a layer is below its floor."""
    options = argparse.ArgumentParser(description="Score the reader on the project's own gold against its floor.")
    options.add_argument("--raise", action="store_true", dest="up", help="write the floor anew where it rises")
    options.add_argument("--errors", choices=LAYERS, metavar="LAYER", help="print what a layer misses and invents")
    chosen = options.parse_args(arguments)
    reports, floor = read_reports(reader or Reader()), read_floor(path)
    scores = {name: score(reports, name) for name in LAYERS}
    below = []
    print(f"{'layer':<12}{'gold':>6}{'P':>8}{'R':>8}{'F1':>8}{'floor':>8}{'strict':>8}{'loose':>8}")
    for name, outcome in scores.items():
        others = [score(reports, name, reading).figures()[2] for reading in ("strict", "loose")]
        least, f1 = floor.get(name, {}).get("f1", 0.0), outcome.figures()[2]
        cells = "".join(f"{figure:>8.3f}" for figure in (*outcome.figures(), least, *others))
        print(f"{name:<12}{len(outcome.found) + len(outcome.missed):>6}{cells}")
        below += [name] if f1 < least - TOLERANCE else []
    for name, outcome in scores.items():
        if changed := changes(name, outcome, floor):
            print(f"\n{name}, since the floor was set:", *changed, sep="\n")
    if name := chosen.errors:
        for what, entries in (("missed", scores[name].missed), ("too much", scores[name].extra)):
            print(f"\n{name}, {what}:", *(f"  {line(name, i, e)}" for i, e in entries.items()), sep="\n")
    if chosen.up:
        raise_floor(scores, path)
    if below:
        print(f"\nbelow the floor: {', '.join(below)}; win back what is lost, or say in the change why it is worth it")
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main())
