"""docs/commands.md names every command, option and layer of the program, and nothing else."""

import re
from pathlib import Path

import click
import pytest

from mithaq.cli.app import COMMANDS, app
from mithaq.cli.read import LAYERS

PAGE = (Path(__file__).parent.parent.parent / "docs" / "commands.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## `mithaq (\w+)[^\n]*\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE))


def command(name):
    return app.get_command(click.Context(app), name)


def options(name):
    return {flag for param in command(name).params if isinstance(param, click.Option) for flag in param.opts}


def test_the_commands_are_those_of_the_page_in_the_same_order():
    assert list(SECTIONS) == list(COMMANDS) == app.list_commands(click.Context(app))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_options_are_those_of_the_page(name):
    documented = re.findall(r"^\| `(--[\w-]+)", SECTIONS[name], re.MULTILINE)
    assert sorted(documented) == sorted(options(name))


@pytest.mark.parametrize("name", COMMANDS)
def test_no_option_is_spoken_of_that_does_not_exist(name):
    known = set().union(*map(options, COMMANDS)) | {"--help", "--version"}
    assert set(re.findall(r"(?<![\w-])--[a-z][\w-]*", SECTIONS[name])) <= known


@pytest.mark.parametrize("name", COMMANDS)
def test_the_arguments_are_those_of_the_heading(name):
    heading = re.search(rf"^## `mithaq {name} ?([^`]*)`", PAGE, re.MULTILINE)[1]
    arguments = [param.metavar for param in command(name).params if isinstance(param, click.Argument)]
    assert heading.split() == arguments


def test_every_layer_is_named():
    row = re.search(r"^\| `--layer LAYER`.*$", SECTIONS["read"], re.MULTILINE)[0]
    assert re.findall(r"`(\w+)`", row) == list(LAYERS)


def test_every_exit_status_is_named():
    table = re.search(r"^## Exit status\n(.*?)^## ", PAGE, re.DOTALL | re.MULTILINE)[1]
    assert re.findall(r"^\| (\d+) ", table, re.MULTILINE) == ["0", "1", "2", "130", "141"]


def test_every_option_and_command_has_a_help_text():
    for name in COMMANDS:
        assert command(name).help and command(name).short_help
        assert all(param.help for param in command(name).params if isinstance(param, click.Option))


@pytest.mark.parametrize("number", range(3))
def test_the_errors_shown_are_those_that_are_given(number, tmp_path):
    """The error lines of the page, made to happen."""
    from mithaq.cli.options import Day
    from mithaq.errors import InputError
    from mithaq.text.decode import decode

    shown = re.search(r"^## Errors\n.*?\n\n((?:    [^\n]*\n)+)", PAGE, re.DOTALL | re.MULTILINE)[1].split("\n")[number]
    if number < 2:
        name = shown.strip().split(":")[0]
        data = ["نص ".encode() * 40 + b"\xff\xd9", b"%PDF-1.5"][number]
        with pytest.raises(InputError) as error:
            decode(data, name)
        assert str(error.value) == shown.strip()
    else:
        with pytest.raises(click.BadParameter) as error:
            Day().convert("2024-02-30", None, None)
        assert str(error.value.message) in shown
