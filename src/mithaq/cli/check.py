"""`mithaq check`: whether the quotes of records stand where the records say."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

import click


@click.command("check", short_help="Check the quotes, ids and references of records, or of a register.")
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--register", "url", metavar="URL", help="Check this register instead: all its texts, ids and quotes.")
def command(file: str | None, url: str | None) -> int:
    """Check records: every quote at its offsets, every id unique, every reference found.

    FILE holds what `mithaq read --json` prints, one record a line; - is standard input. Without FILE, a register is
    checked. What is wrong is printed with its place, and the exit status is 1.
    """
    if file is None:
        return _check_register(url or os.environ.get("MITHAQ_REGISTER", "mithaq.db"))
    if url is not None:
        raise click.UsageError("give a FILE or --register URL, not both")
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


def _check_register(url: str) -> int:
    """The exit status, after what is wrong with a register has been printed."""
    from mithaq.cli.terminal import visible, write
    from mithaq.register import open_register

    wrong = 0
    with open_register(url, create=False) as register:
        for problem in register.check():
            wrong += 1
            write(visible(problem))
        counts = ", ".join(f"{count} {what}" for what, count in register.counts().items())
        write(visible(f"{register.store.where}: {counts}, {wrong or 'nothing'} wrong"))
    return int(wrong > 0)
