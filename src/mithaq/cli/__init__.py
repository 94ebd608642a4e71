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
    from mithaq.cli.terminal import described, error
    from mithaq.errors import MithaqError

    try:
        # Not `app.main`: it answers an interrupt and a closed pipe in its own way.
        with app.make_context("mithaq", sys.argv[1:]) as context:
            return app.invoke(context) or 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as nothing:
        nothing.show()
        return nothing.exit_code
    except click.ClickException as wrong:
        where = getattr(wrong, "ctx", None)
        name = where.command_path if where else "mithaq"
        error(f"{name}: {wrong.format_message().rstrip('.')}; see {name} --help")
        return wrong.exit_code
    except MithaqError as wrong:
        error(str(wrong))
        return 1
    except OSError:
        raise
    except Exception as fault:
        if "MITHAQ_TRACEBACK" in os.environ:
            raise
        error(
            f"mithaq: a fault in Mithaq itself ({described(fault)}); please report it (MITHAQ_TRACEBACK=1 shows more)"
        )
        return 1
