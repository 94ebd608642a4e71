"""`mithaq reread`: a better reader over all documents of a register."""

from __future__ import annotations

import click

from mithaq.cli.options import register_option


@click.command("reread", short_help="Read all documents of a register again.")
@click.option("--rebuild", is_flag=True, help="Only make anew what is derived from the entries; nothing is read again.")
@register_option
def command(rebuild: bool, url: str) -> None:
    """Read all documents again with the reader of this version; documents and judgements stay as they are.

    Reports that this very reader has read already are left alone, so an interrupted run goes on where it stopped.
    """
    from mithaq.cli.terminal import Progress, write
    from mithaq.register import open_register

    with open_register(url, create=False) as register:
        if rebuild:
            register.rebuild()
            write("rebuilt")
            return
        progress = Progress(register.counts()["reports"], always=True)
        changed = register.reread(step=progress.step)
        Progress.clear()
        write(f"{changed} records changed")
