"""How fast a register answers, and how that grows: registers of 1,000, 10,000 and 31,000 invented reports.

    python bench/register.py [REPORTS…] [--keep FOLDER]

The reports come from templates: agreements between invented parties, each followed over a year and a half by reports with
mentions, deadlines, claims, counter-claims and copies, some 33 entries a report. Their records are made with them, so that
what is measured is the register and not the reader. Each question must be answered within 200 ms and a report added within
50 ms; the answers are those that a command prints without --all.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from mithaq import Document, open_register

QUESTION, ADD = 0.200, 0.050
BATCH, LAST = 500, 100
_SYLLABLES = "با را نو دي مي سا لو كا تا في زا هو جي شا قو طا عا غو صا ضي".split()
_ACTS = (
    "فتح معبر {p}", "تسليم ميناء {p}", "إطلاق سراح المحتجزين في {p}", "سحب الوحدات من جسر {p}", "إصلاح سد {p}",
    "تشكيل لجنة مراقبة في {p}", "دفع تعويضات لسكان {p}", "إزالة الألغام من وادي {p}", "إعادة تشغيل محطة {p}", "وقف إطلاق النار في {p}",
)  # fmt: skip
_OUTLETS = "الصباح المساء الأفق المنارة الضفة الميزان".split()
_CLAIMS = ("started", "progressing", "fulfilled", "partly", "violated", "suspended", "extended")


@cache
def invented(number: int, kind: str) -> str:
    """A name that nobody has, always the same for a number."""
    draw = random.Random(f"{kind}{number}")
    return "".join(draw.sample(_SYLLABLES, 3))


def reports(count: int) -> Iterator[tuple[Document, dict[str, Any]]]:
    """Invented reports with their records, in order of publication, made as they are asked for."""
    for number in sorted(range(count), key=lambda n: (_published(n)[1], n)):
        yield _report(number)


def _published(number: int) -> tuple[date, date, random.Random]:
    """When the agreement that a report is about was made, when the report was published, and what draws the rest of it."""
    process, step = divmod(number, 31)  # some thirty reports an agreement
    draw = random.Random(number)
    start = date(2001, 1, 1) + timedelta(days=(process * 37) % 7300)
    return start, start + timedelta(days=step * 18 + draw.randrange(9)), draw


def _report(number: int) -> tuple[Document, dict[str, Any]]:
    process, step = divmod(number, 31)
    start, published, draw = _published(number)
    one, two = f"حكومة {invented(process, 'state')}", f"جبهة {invented(process, 'front')}"
    places = [invented(process * 10 + i, "place") for i in range(10)]
    text: list[str] = []
    size = 0
    record: dict[str, Any] = {
        layer: [] for layer in (
            "timexes", "mentions", "entities", "statements", "commitments", "demands", "status_claims", "positions", "presences",
            "events", "agreements", "issues",
        )
    }  # fmt: skip

    def say(words: str) -> dict[str, Any]:
        nonlocal size
        span = {"start": size, "end": size + len(words), "text": words}
        text.append(words + " ")
        size += len(words) + 1
        return span

    people = {}
    for label, name in (("organization", one), ("organization", two), *(("place", p) for p in places[:4])):
        span = say(name)
        record["mentions"].append(
            {
                "id": f"m{span['start']}",
                **span,
                "label": label,
                "name": name,
                "role": None,
                "entity": f"e{span['start']}",
            }
        )
        record["entities"].append(
            {"id": f"e{span['start']}", "label": label, "name": name, "aliases": [], "mentions": [f"m{span['start']}"]}
        )
        people[name] = {"name": name, "role": None, "entity": f"e{span['start']}", "mention": None}
    span = say(f"اتفاق {places[0]}")
    day = {
        "id": "t0",
        **span,
        "type": "DATE",
        "value": start.isoformat(),
        "mod": None,
        "earliest": start.isoformat(),
        "latest": start.isoformat(),
        "anchor": None,
    }
    record["timexes"].append(day)
    record["agreements"].append(
        {
            "id": "a0",
            "name": span,
            "parties": [people[one], people[two]],
            "stage": "concluded",
            "date": "t0",
            "commitments": [],
        }
    )
    for act in sorted({(step * 3 + i) % 10 for i in range(3)}):
        say(f"تعهدت {one} بـ")
        span = say(_ACTS[act].format(p=places[act]))
        due = (start + timedelta(days=90 + 30 * act + (30 if step > 20 and act == 4 else 0))).isoformat()
        record["commitments"].append({
            "id": f"c{act}", "act": span, "bearer": [people[one if act % 2 else two]], "beneficiary": [], "modality": "will", "polarity": "positive",
            "deadline": {"relation": "by", "timex": None, "value": due, "mod": None, "due": due}, "conditions": [], "agreement": "a0",
            "asserted_by": ["document"], "statement": None,
        })  # fmt: skip
        if step > 4 and draw.random() < 0.5:
            claim = say(f"{draw.choice(_CLAIMS)} {_ACTS[act].format(p=places[act])}")
            by: list[Any] = draw.choice((["document"], [people[one]], [people[two]]))
            record["status_claims"].append(
                {
                    "id": f"k{act}",
                    "span": claim,
                    "claim": draw.choice(_CLAIMS),
                    "by": by,
                    "about": claim,
                    "date": None,
                    "statement": None,
                }
            )
    span = say(f"جنود {one}")
    record["presences"].append({"id": "p0", "span": span, "force": span, "count": 100 + 10 * (step % 5), "approx": False, "nationality": None,
                                "places": [{"name": places[1], "entity": None, "kind": "city"}], "since": None, "under": None})  # fmt: skip
    for i in range(6):
        say(f"وقال متحدث باسم {two if i % 2 else one} إن")
        content = say(f"الطريق إلى {places[draw.randrange(10)]} طويل في اليوم {draw.randrange(900)}")
        record["statements"].append({"id": f"s{i}", "content": content, "cue": content, "kind": "indirect", "source": [people[one]],
                                     "medium": None, "addressee": None, "said": None, "within": None})  # fmt: skip
        span = say(f"{draw.randrange(28) + 1} مايو {2001 + draw.randrange(20)}")
        record["timexes"].append(
            {
                "id": f"t{i + 1}",
                **span,
                "type": "DATE",
                "value": "2001",
                "mod": None,
                "earliest": None,
                "latest": None,
                "anchor": None,
            }
        )
    record["positions"].append({"id": "o0", "holder": [people[two]], "target": span, "stance": draw.choice(("support", "oppose")),
                                "conditions": [], "cue": span, "statement": None})  # fmt: skip
    for _ in range(60):
        say(invented(draw.randrange(20_000), "word"))
    document = Document("".join(text), f"{number:06}.txt", published, draw.choice(_OUTLETS))
    value = published.isoformat()
    head = {
        "id": document.id, "source": document.source, "title": None, "publisher": document.publisher, "url": None, "language": "ar",
        "published": {"value": value, "earliest": value, "latest": value, "basis": "given", "because": []}, "repairs": [], "joins": [],
    }  # fmt: skip
    return document, {"document": {**head, "text": document.text}, **record}


def build(path: Path, count: int) -> tuple[float, list[float], list[float]]:
    """Makes a register of so many reports, all but the last hundred of them many a transaction; how long that took, and how
    long each of the last hundred took, by the clock and on the processor."""
    clock, processor = [], []
    begin = time.perf_counter()
    with open_register(str(path)) as register:
        made = reports(count)
        done = 0
        while some := list(islice(made, min(BATCH, count - LAST - done))):
            records = {d.id: record for d, record in some}
            register.add_many([(d, None) for d, _ in some], read=lambda d, of=records: of[d.id])
            done += len(some)
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{done} ")
        whole = time.perf_counter() - begin
        for document, record in made:
            at, used = time.perf_counter(), time.process_time()
            register.add(document, read=lambda _, r=record: r)
            clock.append(time.perf_counter() - at)
            processor.append(time.process_time() - used)
    return whole, clock, processor


def questions(register: Any) -> dict[str, Callable[[], object]]:
    """The questions as the commands ask them."""
    day = date(2010, 6, 1)
    some = [c["id"] for c in islice(register.statuses(None, None, limit=20), 20)]
    agreement = next(iter(register.agreements()))["id"]
    place = invented(55, "place")
    return {
        "status": lambda: (register.summary(day), list(register.statuses(day, None, limit=20))),
        "status, one agreement": lambda: list(register.statuses(None, None, agreement=agreement)),
        "due": lambda: list(register.due(day, 30)),
        "search, a rare word": lambda: register.search(place),
        "search, two common words": lambda: register.search("فتح معبر"),
        "show": lambda: register.show(some[7]),
        "timeline": lambda: list(register.timeline(day, None, limit=100)),
        "timeline, one agreement": lambda: list(register.timeline(about=agreement)),
    }


def main() -> int:
    """Prints the figures; the exit status is 1 where one is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=int, default=[1000, 10_000, 31_000])
    parser.add_argument("--keep", metavar="FOLDER", help="keep the registers there, and use those that are there")
    given = parser.parse_args()
    over = False
    growth: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in given.reports:
            path = Path(given.keep or folder) / f"bench-{count}.db"
            if not path.exists():
                whole, adds, used = build(path, count)
                middle, worst = statistics.median(adds), statistics.quantiles(adds, n=20)[-1]
                over |= worst > ADD
                growth.setdefault("add", []).append(middle)
                print(
                    f"{count:>6} reports built in {whole:.0f} s ({whole / count * 1000:.1f} ms each); add one: "
                    f"{middle * 1000:.1f} ms, 95% within {worst * 1000:.1f} ms, processor {statistics.median(used) * 1000:.1f} ms"
                )
            with open_register(str(path)) as register:
                held = register.counts()
                with register.store.read() as connection:
                    held["entries"] = connection.exec_driver_sql("SELECT count(*) FROM entries").scalar()
                print(
                    f"{'':>6} {os.path.getsize(path) / 2**20:.0f} MB, "
                    + ", ".join(f"{n} {what}" for what, n in held.items())
                )
                for name, ask in questions(register).items():
                    times = []
                    for _ in range(5):
                        at = time.perf_counter()
                        ask()
                        times.append(time.perf_counter() - at)
                    growth.setdefault(name, []).append(statistics.median(times))
                    over |= statistics.median(times) > QUESTION
                    print(f"{'':>6} {name:<26} {statistics.median(times) * 1000:8.1f} ms (first {times[0] * 1000:.1f})")
    if len(given.reports) > 1:
        print("growth, in ms: " + " → ".join(str(n) for n in given.reports) + " reports")
        for name, found in growth.items():
            print(f"{'':>6} {name:<26} " + " → ".join(f"{t * 1000:.1f}" for t in found))
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
