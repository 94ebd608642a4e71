"""`mithaq explain`: why the record says what it says of a place in a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from mithaq.cli import options

if TYPE_CHECKING:
    from mithaq.cli.terminal import Look
    from mithaq.engine import Form, Rule
    from mithaq.grammar.page import Page
    from mithaq.reading.derivation import Step


@click.command("explain", short_help="Show how what stands at an offset was read.")
@click.argument("path", metavar="PATH")
@click.option("--at", "offset", type=int, required=True, metavar="OFFSET", help="A place in the text, in code points.")
@options.published
@options.gazetteers
@options.lexicons
def command(
    path: str, offset: int, published: date | None, gazetteers: tuple[str, ...], lexicons: tuple[str, ...]
) -> int:
    """Show how what stands at an offset was read: the entries there, their rules, the classes of the words.

    PATH is a text file, or - for standard input; offsets are those that `mithaq read` prints.
    """
    from mithaq.cli.read import read
    from mithaq.cli.terminal import Look, write
    from mithaq.errors import InputError
    from mithaq.reading import Reader

    reader = Reader(gazetteers=gazetteers, lexicons=lexicons)
    record = read(reader, path, published)
    text = record.document.text
    if not 0 <= offset < len(text):
        raise InputError(
            f"no offset {offset} in a text of {len(text)} code points",
            where=record.document.source,
            todo=f"give one from 0 to {len(text) - 1}",
        )
    from mithaq.grammar.page import Page

    page = Page(record.document, reader.grammar)
    for line in explanation(record.to_json(), page, offset, Look.of_stdout()):
        write(line)
    return 0


def explanation(record: dict[str, Any], page: Page, offset: int, look: Look) -> Iterator[str]:
    """The lines that explain an offset: its word, the finds of the levels there, and the entries that cover it."""
    from mithaq.cli.terminal import isolated, visible
    from mithaq.reading.derivation import covering, steps

    text = page.document.text
    shown = "a line break" if text[offset] == "\n" else isolated(text[offset], look.terminal)
    yield look.bold(f"{visible(page.document.source)}, offset {offset}: {shown} (U+{ord(text[offset]):04X})")
    token = _token_at(page, offset)
    if token is None:
        yield "  between two words"
    else:
        yield f"  word      {_word(page, token, look)}"
        for step in covering(steps(page, page.grammar), token):
            yield from _step(page, step, look, 2)
    found = list(covering_entries(record, offset))
    for layer, entry, fields in found:
        yield ""
        yield from _entry(record, page, layer, entry, fields, look)
    if not found:
        yield "  no entry of the record covers it"


def _token_at(page: Page, offset: int) -> int | None:
    from bisect import bisect_right

    token = bisect_right(page.text.starts, offset) - 1
    return token if token >= 0 and offset < page.text.ends[token] else None


def _word(page: Page, token: int, look: Look) -> str:
    """A word as it stands, its stem and clitics, its classes."""
    from mithaq.cli.terminal import isolated

    marks = [name for name, bit in page.line.alphabet.marks.items() if page.mask(token) & bit]
    classes = ", ".join(isolated(name, look.terminal) for name in sorted(page.classes(token))) or "none"
    parts = [isolated(page.cite(token, token + 1), look.terminal)]
    if page.stem(token) != page.word(token):
        parts.append(f"stem {isolated(page.stem(token), look.terminal)}")
    if marks:
        parts.append(f"clitics {' '.join(marks)}")
    return " · ".join([*parts, f"classes {classes}"])


def covering_entries(record: dict[str, Any], offset: int) -> Iterator[tuple[str, dict[str, Any], list[str]]]:
    """The entries that have a span over the offset: the layer, the entry, the fields whose spans those are."""
    from mithaq.citation import LAYERS, objects

    for layer in LAYERS:
        for entry in record[layer]:
            fields = [
                path for path, node in objects(entry, "") if "start" in node and node["start"] <= offset < node["end"]
            ]
            if fields:
                yield layer, entry, fields


def _entry(
    record: dict[str, Any], page: Page, layer: str, entry: dict[str, Any], fields: list[str], look: Look
) -> Iterator[str]:
    from mithaq.cli.terminal import visible
    from mithaq.cli.view import entry_lines
    from mithaq.reading.derivation import rule_of

    inside = ", ".join(field for field in fields if field)
    yield look.bold(f"  {layer} {visible(entry['id'])}") + (f" (in its {inside})" if inside else "")
    yield from entry_lines(record, layer, entry, look)
    found_by = entry.get("found_by", "")
    known = rule_of(page.grammar, found_by)
    if known:
        yield f"    found by  {visible(found_by)}, a rule of the level {known[0]}"
        yield from _rule(known[1].pattern, known[1], look)
    elif form := page.grammar.forms.get(found_by):
        yield f"    found by  {visible(found_by)}"
        yield from _rule(form.form, form, look)
    else:
        yield f"    found by  {visible(found_by) or 'nothing that gives its name'}"


def _rule(pattern: str, rule: Rule | Form, look: Look) -> Iterator[str]:
    """The pattern of a rule, or its form in words, and its examples."""
    from mithaq.cli.terminal import isolated

    yield f"    pattern   {isolated(pattern, look.terminal)}"
    if rule.source:
        yield f"    after     {isolated(rule.source, look.terminal)}"
    for label, examples in (("yes", rule.yes), ("no", rule.no)):
        for example in examples:
            yield f"    {label:<9} {isolated(example, look.terminal)}"


def _step(page: Page, step: Step, look: Look, indent: int) -> Iterator[str]:
    """A find, its parts with their words and classes, then the finds that it is made of."""
    from mithaq.cli.terminal import isolated

    find = step.find
    words = isolated(page.cite(find.first, find.last), look.terminal)
    margin = " " * indent
    yield f"{margin}{step.level:<9} {words} · rule {find.rule.id}"
    for name, (first, last) in find.parts.items():
        yield f"{margin}  {name} = " + " | ".join(_word(page, token, look) for token in range(first, last))
    for part in step.below:
        yield from _step(page, part, look, indent + 2)
