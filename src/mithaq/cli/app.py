"""The program: its commands by name. Each is loaded only when it is called, so that `mithaq --version` is quick."""

from __future__ import annotations

from importlib import import_module

import click

import mithaq

COMMANDS = (
    "read", "explain", "check", "demo", "add", "status", "due", "list", "show", "timeline", "positions", "conflicts", "search",
    "diff", "judge", "reread", "serve", "users",
)  # fmt: skip


class Commands(click.Group):
    """The commands of `COMMANDS`, each in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"mithaq.cli.{cmd_name}").command
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(mithaq.__version__, message="mithaq %(version)s")
def app() -> None:
    """Reads Arabic reports into records in which every value has its words, and keeps a register of them."""
