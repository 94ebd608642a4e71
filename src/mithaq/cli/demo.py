"""`mithaq demo`: the reports that ship with Mithaq, and what they give."""

from __future__ import annotations

import click


@click.command("demo", short_help="Read the invented reports that ship with Mithaq.")
def command() -> int:
    """Read the five invented reports that ship with Mithaq and show what they give."""
    from mithaq.cli.read import LAYERS
    from mithaq.cli.terminal import Look, write
    from mithaq.cli.view import lines
    from mithaq.reading import Reader
    from mithaq.sources.demo import documents

    reader, look = Reader(), Look.of_stdout()
    counts = dict.fromkeys(LAYERS, 0)
    reports = 0
    for document in documents():
        record = reader.read(document).to_json()
        reports += 1
        for layer in LAYERS:
            counts[layer] += len(record[layer])
        for line in lines(record, LAYERS, look):
            write(line)
        write("")
    found = ", ".join(f"{count} {layer.replace('_', ' ')}" for layer, count in counts.items() if count)
    write(f"{reports} reports, all of them invented: {found or 'nothing was found'}.")
    write("Next: mithaq read YOUR-REPORT.txt --published YYYY-MM-DD, or mithaq --help.")
    return 0
