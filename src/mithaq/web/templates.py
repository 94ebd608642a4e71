"""The templates and what they may call. Words of reports go through `words`: escaped, isolated, controls shown."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from mithaq.web import words as table
from mithaq.web.days import written
from mithaq.web.marking import CONTROL, shown


def environment() -> Environment:
    """The environment of all templates. Whatever text they put out, no control character goes out with it."""
    env = Environment(
        loader=PackageLoader("mithaq.web", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=_harmless,
    )  # fmt: skip
    env.filters.update(words=words, day=day, short=short, css=css)
    env.globals.update(t=say, number=number, outlet=outlet)
    return env


def _harmless(value: Any) -> Any:
    """Text that no filter has made into markup, with characters that reorder or hide text shown by their names."""
    if type(value) is str and CONTROL.search(value):
        return CONTROL.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", value)
    return value


def words(value: Any, limit: int = 0) -> Markup:
    """Words of a report, isolated from what stands around them; cut at a space where there is a limit."""
    text = str(value or "")
    if limit and len(text) > limit:
        text = text[:limit].rsplit(" ", 1)[0] + "…"
    return Markup('<bdi lang="ar">{}</bdi>').format(visible(text))


def visible(text: str) -> Markup:
    """Escaped, and every character that reorders or hides text shown by its name."""
    parts = (
        Markup('<span class="control" data-name="{}"></span>').format(name) if name else escape(part)
        for part, name in shown(text)
    )
    return Markup("").join(parts)


def css(status: str) -> str:
    """The class of a status in the style sheet."""
    return "s-" + status.replace(" (", "-").replace(")", "").replace(" ", "-")


def short(value: str, limit: int = 90) -> str:
    """The beginning of a text without markup, for titles: characters that reorder or hide text shown by their names."""
    plain = CONTROL.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", value)
    return plain if len(plain) <= limit else plain[:limit].rsplit(" ", 1)[0] + "…"


@pass_context
def day(context: Context, value: str | None) -> Markup:
    """A day in words."""
    if not value:
        return Markup('<span class="none">{}</span>').format(table.say(context["language"], "ui.no-day"))
    return Markup('<time datetime="{}">{}</time>').format(value, written(context["language"], value))


@pass_context
def say(context: Context, key: str, **values: object) -> str:
    """The words of the interface under a key."""
    return table.say(context["language"], key, **values)


@pass_context
def number(context: Context, noun: str, how_many: int) -> str:
    """A number with its noun."""
    return table.count(context["language"], noun, how_many)


@pass_context
def outlet(context: Context, name: str) -> str:
    """The name of an outlet as its readers write it, where the table knows it."""
    key = f"outlet.{name.lower()}"
    return table.say(context["language"], key) if table.knows(key) else name
