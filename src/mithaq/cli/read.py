"""`mithaq read`: what reports say, for a person or for a program."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from mithaq import citation
from mithaq.cli import options

if TYPE_CHECKING:
    from mithaq.document import Document
    from mithaq.reading import Reader
    from mithaq.record import Record

LAYERS = (*citation.LAYERS, "issues")


@click.command("read", short_help="Read reports and show what they say.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@options.published
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one a report.")
@click.option(
    "--layer", "layers", multiple=True, type=click.Choice(LAYERS), help="Only this layer; may be given several times."
)
@options.gazetteers
@options.lexicons
def command(
    paths: tuple[str, ...],
    published: date | None,
    as_json: bool,
    layers: tuple[str, ...],
    gazetteers: tuple[str, ...],
    lexicons: tuple[str, ...],
) -> int:
    """Read reports and show what they say, every value with its words and offsets.

    PATH is a text file, a folder (all *.txt in it), or - for standard input. A file that cannot be read is named on
    standard error, the others are read, and the exit status is 1.
    """
    from mithaq.cli.terminal import Look, Progress, error, write, write_json
    from mithaq.cli.view import lines
    from mithaq.errors import InputError
    from mithaq.reading import Reader
    from mithaq.sources import find_files

    reader, look = Reader(gazetteers=gazetteers, lexicons=lexicons), Look.of_stdout()
    progress = Progress(_known_number(paths))
    failed = False
    for path in find_files(paths):
        progress.step(path)
        try:
            record = read(reader, path, published)
        except InputError as wrong:
            error(str(wrong))
            failed = True
            continue
        if as_json:
            write_json(_only(record.to_json(), layers))
        else:
            if progress.count > 1:
                write("")
            for line in lines(record.to_json(), layers or LAYERS, look):
                write(line)
    Progress.clear()
    return int(failed)


def read(reader: Reader, path: str, published: date | None) -> Record:
    """The record of the file at `path`; InputError if there is none, also where the reader itself fails."""
    from mithaq.sources import load

    return read_document(reader, load(path, published=published))


def read_document(reader: Reader, document: Document) -> Record:
    """The record of a document; InputError where the reader fails."""
    from mithaq.cli.terminal import described
    from mithaq.errors import InputError

    try:
        return reader.read(document)
    except Exception as fault:  # one report must not end the run: say where the fault is, go on
        raise InputError(
            f"Mithaq failed on this report ({described(fault)})",
            where=document.source,
            todo="please report it with the file",
        ) from fault


def _known_number(paths: tuple[str, ...]) -> int | None:
    """How many reports the paths name, where that is known without looking into folders."""
    import os

    return None if any(os.path.isdir(path) for path in paths) else len(paths)


def _only(record: dict[str, Any], layers: tuple[str, ...]) -> dict[str, Any]:
    """The record with the document and the layers asked for."""
    return {key: value for key, value in record.items() if not layers or key in layers or key == "document"}
