"""`mithaq check`: whether the quotes of records stand where the records say."""

from __future__ import annotations

import sys
from typing import BinaryIO

import click


@click.command("check", short_help="Check the quotes, ids and references of records.")
@click.argument("file", metavar="FILE")
def command(file: str) -> int:
    """Check records: every quote at its offsets, every id unique, every reference found.

    FILE holds what `mithaq read --json` prints, one record a line; - is standard input. What is wrong is printed with
    its line and its place in the record, and the exit status is 1.
    """
    from mithaq.errors import InputError
    from mithaq.sources.files import printable

    name = printable(file)
    try:
        if file == "-":
            return _check(sys.stdin.buffer, name)
        with open(file, "rb") as lines:
            return _check(lines, name)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise InputError(str(error.strerror).lower(), where=name, todo="check the path") from None


def _check(lines: BinaryIO, name: str) -> int:
    """The exit status, after what is wrong has been printed; one line is in memory at a time."""
    import json

    from mithaq.citation import check
    from mithaq.cli.terminal import visible, write
    from mithaq.errors import InputError

    records = spans = wrong = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        records += 1
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            wrong += 1
            write(visible(f"{name}:{number}: not a record on one line ({error})"))
            continue
        checked = check(record)
        spans += checked.spans
        wrong += len(checked.problems)
        for problem in checked.problems:
            write(visible(f"{name}:{number}: {problem}"))
    if not records:
        raise InputError("there is no record in it", where=name, todo="make one with mithaq read PATH --json")
    write(f"{name}: {records} records, {spans} spans, {wrong or 'nothing'} wrong")
    return int(wrong > 0)
