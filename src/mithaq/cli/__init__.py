"""The commands. They translate between a terminal and the library, and decide nothing themselves."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """The program `mithaq`: runs the command that the arguments name, and exits with its status.

    0: all went well; 1: something given was wrong (said on standard error, one line each); 2: the command was not
    understood; 130: interrupted; 141: whoever read the output went away.
    """
    try:
        status = _run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = 130
    except BrokenPipeError:
        # What Python would still flush at its end has nobody to read it either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 141
    sys.exit(status)


def _run() -> int:
    import click

    from mithaq.cli.app import app
    from mithaq.cli.terminal import error
    from mithaq.errors import MithaqError

    try:
        return app.main(prog_name="mithaq", standalone_mode=False) or 0
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.Abort:
        return 130
    except click.ClickException as wrong:
        context = getattr(wrong, "ctx", None)
        name = context.command_path if context else "mithaq"
        error(f"{name}: {wrong.format_message().rstrip('.')}; see {name} --help")
        return wrong.exit_code
    except MithaqError as wrong:
        error(str(wrong))
        return 1
