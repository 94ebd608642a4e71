"""How fast reports are read: `make bench`.

Measured on the real reports of ../shared/news where they are, else on the reports of the project. Times are those of
this process on one core (`time.process_time`), so that what else the machine does changes little; start-up is the wall
time of fresh processes. Every figure is the best of several runs or a median, as the table says.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import mithaq.reading.reader
from mithaq import Document, Reader
from mithaq.sources import find_files, load
from mithaq.sources.demo import documents as demo_documents

ROOT = Path(__file__).parent.parent
NEWS = ROOT.parent / "shared" / "news"
OWN = ROOT / "eval" / "reports"
DAY = date(2024, 9, 28)  # for reports whose day is not known: what is relative must have something to rest on


def reports() -> tuple[str, list[Document]]:
    """Where the reports come from, and the reports."""
    if NEWS.is_dir():
        days = {}
        for row in (NEWS / "index.tsv").read_text("utf-8").splitlines()[1:]:
            name, day = row.split("\t")[:2]
            days[name] = date.fromisoformat(day) if len(day) == 10 else None
        return "../shared/news", [load(path, published=days.get(Path(path).name)) for path in find_files([str(NEWS)])]
    own = [load(path, published=DAY) for path in find_files([str(OWN)])] if OWN.is_dir() else []
    return "src/mithaq/demo" + (" and eval/reports" if own else ""), [*demo_documents(), *own]


def seconds(work: Callable[[], object], runs: int) -> float:
    """The least time of `runs` runs."""
    best = float("inf")
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def tokens(document: Document) -> int:
    """How many tokens a document has."""
    from mithaq.text.tokens import Text

    return len(Text(document.text).words)


def startup(arguments: list[str], runs: int = 7) -> float:
    """The median wall time of fresh processes that run the program with the arguments."""
    times = []
    # as a user has it: with the modules compiled at their first import, whatever this shell says
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "mithaq", *arguments]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=env)
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=env)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def row(name: str, value: str, note: str = "") -> None:
    """One line of the table."""
    print(f"{name:<44} {value:>14}  {note}", flush=True)


@contextmanager
def without_deeds() -> Iterator[None]:
    """Reading that ends at the statements: no commitments, demands, claims, positions, presences, events, agreements."""
    whole = mithaq.reading.reader.read_deeds
    mithaq.reading.reader.read_deeds = lambda page, record, cast: None
    try:
        yield
    finally:
        mithaq.reading.reader.read_deeds = whole


def speed(reader: Reader, documents: list[Document], counts: list[int], runs: int) -> None:
    """Reports and tokens a second, and the cost of a report of 750 tokens."""
    each = [seconds(lambda d=document: reader.read(d), runs) for document in documents]
    total = sum(each)
    scaled = sorted(750e3 * s / n for s, n in zip(each, counts, strict=True))
    row("reports a second", f"{len(documents) / total:,.0f}", f"{len(documents)} reports, best of {runs} runs each")
    row("tokens a second", f"{sum(counts) / total:,.0f}", f"{sum(counts)} tokens")
    row(
        "a report of 750 tokens, median",
        f"{statistics.median(scaled):.2f} ms",
        "scaled by tokens, one core; the whole record; at most 12 ms",
    )
    with without_deeds():
        plain = [seconds(lambda d=document: reader.read(d), runs) for document in documents]
    row(
        "up to its statements, median",
        f"{statistics.median(750e3 * s / n for s, n in zip(plain, counts, strict=True)):.2f} ms",
        "times, names, statements; at most 8 ms",
    )
    row("a report of 750 tokens, 95 % are below", f"{scaled[int(0.95 * (len(scaled) - 1))]:.2f} ms", "scaled by tokens")
    row(
        "with its JSON form, in all",
        f"{1e3 * seconds(lambda: [reader.read(d).to_json() for d in documents], 1):,.0f} ms",
    )


def linearity(reader: Reader, documents: list[Document], largest: float) -> None:
    """The cost a token of texts of 0.1, 1 and 10 MB, made of the reports one behind the other."""
    whole = "\n\n".join(document.text for document in documents)
    first = None
    for megabytes in (0.1, 1.0, 10.0):
        if megabytes > largest:
            continue
        size = int(megabytes * 1e6)
        text = whole * (size // len(whole.encode()) + 1)
        document = Document(text.encode()[:size].decode("utf-8", "ignore"), published=DAY)
        count = tokens(document)
        cost = seconds(lambda d=document: reader.read(d), 3 if megabytes < 1 else 1) / count * 1e6
        first = first or cost
        row(f"a token of a text of {megabytes:g} MB", f"{cost:.2f} µs", f"{count} tokens, × {cost / first:.2f}")


def memory(reader: Reader, documents: list[Document], reports_read: int) -> None:
    """How much the process grows over many reports."""

    def read(count: int) -> int:
        for n in range(count):
            reader.read(documents[n % len(documents)])
        gc.collect()
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before = read(len(documents))
    after = read(reports_read)
    row(
        f"memory that {reports_read} more reports take",
        f"{after - before:+,} KB",
        f"peak before {before / 1024:.0f} MB",
    )


def baseline(reader: Reader, documents: list[Document]) -> None:
    """Beside `dateparser.search`, which looks for dates only, where it is installed."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        row("beside dateparser.search (dates only)", "–", "dateparser is not installed")
        return
    few = documents[:5]
    ours = seconds(lambda: [reader.read(d) for d in few], 3)
    theirs = seconds(lambda: [search_dates(d.text, languages=["ar"]) for d in few], 1)
    row("beside dateparser.search (dates only)", f"× {theirs / ours:,.0f}", f"its time by ours, {len(few)} reports")


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description="Measure how fast reports are read.")
    options.add_argument("--runs", type=int, default=5, help="runs of each report, the best counts")
    options.add_argument("--largest", type=float, default=10, metavar="MB", help="largest text of the linearity rows")
    options.add_argument("--reports", type=int, default=2000, help="reports of the memory row")
    chosen = options.parse_args(None if arguments is None else list(arguments))
    place, documents = reports()
    print(f"Python {sys.version.split()[0]}, {place}\n")
    row("start-up: mithaq --version", f"{startup(['--version']):.2f} s", "fresh process, median of 7")
    row("start-up: mithaq read on one short report", f"{startup(['read', 'src/mithaq/demo/001.txt', '--json']):.2f} s",
        "the same; at most 0.5 s")  # fmt: skip
    reader = Reader()
    for document in documents:
        reader.read(document)
    counts = [tokens(document) for document in documents]
    speed(reader, documents, counts, chosen.runs)
    memory(reader, documents, chosen.reports)
    linearity(reader, documents, chosen.largest)
    baseline(reader, documents)


if __name__ == "__main__":
    main()
