"""`mithaq add`: puts reports into a register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from mithaq.cli.options import published as published_option
from mithaq.cli.options import register_option


@click.command("add", short_help="Put reports into a register.")
@click.argument("paths", nargs=-1, metavar="PATH…")
@published_option
@click.option("--index", metavar="TSV", help="A table with the columns file, published, outlet, title: adds its files.")
@register_option
def command(paths: tuple[str, ...], published: date | None, index: str | None, url: str) -> int:
    """Read reports and put them into a register.

    PATH is a text file, a folder (all *.txt in it), or - for standard input. With --index, the reports are the files that
    the table names, seen from its folder, with their days and outlets; PATHs then choose some of them. Adding a report
    again changes nothing, so an interrupted run is completed by running it again. A file that cannot be read is named on
    standard error, the others are added, and the exit status is 1.
    """
    from mithaq.cli.read import read_document
    from mithaq.cli.terminal import Progress, error
    from mithaq.errors import InputError
    from mithaq.reading import Reader
    from mithaq.register import open_register
    from mithaq.sources import load

    if not paths and not index:
        raise click.UsageError("nothing to add: give a PATH or --index TSV")
    reader: list[Reader] = []
    added = same = 0
    failed = False
    with open_register(url) as register:
        jobs = list(_jobs(paths, published, index))
        progress = Progress(len(jobs), always=True)
        for path, day, outlet, title in jobs:
            progress.step(path)
            try:
                document = load(path, published=day, publisher=outlet)
                if register.has(document):
                    same += 1
                    continue
                if not reader:
                    reader.append(Reader())
                new = register.add(document, title=title, read=lambda d: read_document(reader[0], d).to_json())
            except InputError as wrong:
                error(str(wrong))
                failed = True
                continue
            added += new
            same += not new
    Progress.clear()
    # To standard error, as progress is: standard output is for what a register answers.
    error(f"{added} added" + (f", {same} already there" if same else ""))
    return int(failed)


Job = tuple[str, "date | None", "str | None", "str | None"]


def _jobs(paths: tuple[str, ...], published: date | None, index: str | None) -> Iterator[Job]:
    from mithaq.sources import find_files

    if index is None:
        for path in find_files(paths):
            yield path, published, None, None
        return
    import os

    chosen = {os.path.realpath(p) for p in find_files(paths)}
    for path, day, outlet, title in read_index(index):
        if not chosen or os.path.realpath(path) in chosen:
            yield path, day or published, outlet, title


def read_index(name: str) -> Iterator[Job]:
    """The rows of a table of reports: path, day, outlet, title; InputError where the table or a day of it is wrong."""
    import csv
    import os

    from mithaq.errors import InputError
    from mithaq.sources.files import printable

    where = printable(name)
    try:
        with open(name, encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if "file" not in (rows.fieldnames or ()):
                raise InputError("it has no column 'file'", where=where, todo="name the columns in its first line")
            for row in rows:
                if not row["file"]:
                    continue
                day = (row.get("published") or "").strip()
                try:
                    parsed = date.fromisoformat(day) if day else None
                except ValueError:
                    raise InputError(
                        f"{day!r} is not a day", where=f"{where}:{rows.line_num}", todo="write it as in 2024-09-28"
                    ) from None
                path = os.path.join(os.path.dirname(name), row["file"])
                yield path, parsed, row.get("outlet") or None, row.get("title") or None
    except (OSError, UnicodeDecodeError) as error:
        said = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InputError(str(said).lower(), where=where, todo="check the path") from None
