"""The specs of `specs/` are Markdown that runs as tests; this reads them and compares them with a record.

An example is an Arabic text, directly followed by what is expected of one or more layers of its record:

    ```arabic published=2024-09-28
    أعلن الوزير السبت أن القوات ستنسحب قبل نهاية سبتمبر/أيلول 2025.
    ```

    ```expect times
    السبت | type=DATE | value=2024-09-28
    نهاية سبتمبر/أيلول 2025 | value=2025-09 | mod=END
    ```

    ```expect commitments
    القوات ستنسحب | modality=will | deadline=by 2025-09 END | deadline.due=2025-09-30 | asserted_by=الوزير
    ```

    ```expect demands
    ```

* One item a line, `words | field=value | …`: the exact words of the item's span (WORDS says which span that is in
  each layer) and the fields to compare; a field that is not named is not compared.
* The items are the whole layer in its order; an empty block means that the layer is empty. After `includes`
  (` ```expect times includes `) the layer may hold others beside them, in any order.
* A value is written as `written` gives it: a list joined by ` + `, an actor by its name, a span by its words, an id
  by what it stands for, a deadline as `by 2025-09 END`, a range as `100..999`, nothing as `none`. `source.role`
  goes inside.
* A line break inside a span is written as a space.
* Fenced blocks of other kinds are prose.
"""

import datetime
import difflib
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

# The span whose words name an item of the layer; "" where the item is a span itself.
WORDS = {
    "times": "",
    "statements": "content",
    "mentions": "",
    "commitments": "act",
    "demands": "act",
    "status_claims": "span",
    "positions": "target",
    "presences": "span",
    "events": "cue",
    "agreements": "name",
    "numerals": "",
    "sentences": "",
    "tokens": "",
    "published": "value",
    "repairs": "",
    "issues": "where",
}
FENCE = re.compile(r"(\s*)(`{3,}|~{3,})\s*([^`]*)$")


class Item(NamedTuple):
    """One expected entry: its words, and the fields that are compared."""

    words: str
    fields: dict[str, str]

    def __str__(self) -> str:
        return " | ".join([self.words, *(f"{name}={value}" for name, value in self.fields.items())])


@dataclass(frozen=True)
class Example:
    """One `expect` block with the text that it speaks of; `problem` says why it cannot be run."""

    where: str
    text: str = ""
    published: datetime.date | None = None
    layer: str = ""
    includes: bool = False
    items: tuple[Item, ...] = ()
    problem: str | None = None


class Block(NamedTuple):
    """A fenced block, and whether nothing but blank lines stands between it and the block before."""

    line: int
    kind: str
    info: list[str]
    lines: list[str]
    follows: bool
    problem: str | None


def examples(name: str, markdown: str) -> Iterator[Example]:
    """Every example of a spec, which is called `name` in what the tests print; what is wrong comes as a problem."""
    fenced = list(blocks(markdown))
    text: Block | None = None  # the arabic block that an expect block speaks of
    for block, after in itertools.zip_longest(fenced, fenced[1:]):
        if block.kind == "arabic":
            text = block
        elif block.kind != "expect" or not block.follows:
            text = None
        try:
            if block.kind in ("arabic", "expect") and block.problem:
                raise ValueError(block.problem)
            if block.kind == "arabic" and not (after and after.kind == "expect" and after.follows):
                raise ValueError("no expect block directly follows this arabic block")
            if block.kind == "expect":
                if not text:
                    raise ValueError("no arabic block stands directly before this expect block")
                published = parse_attributes(text.info)
                yield Example(f"{name}:{block.line}", "\n".join(text.lines), published, *parse_expect(block))
        except ValueError as error:
            yield Example(f"{name}:{block.line}", problem=str(error))


def blocks(markdown: str) -> Iterator[Block]:
    """The fenced blocks of a Markdown text."""
    lines = enumerate(markdown.split("\n"), start=1)
    follows = True
    for number, line in lines:
        fence = FENCE.match(line)
        if not fence:
            follows = follows and not line.strip()
            continue
        indent, ticks, info = fence.groups()
        inside, problem = [], f"the block is not closed: no line {ticks} follows"
        for _, line in lines:
            if line.strip().startswith(ticks) and not line.strip().strip(ticks[0]):
                problem = None
                break
            inside.append(line)
        if indent and not problem:
            problem = "the fence must stand at the margin"
        kind, *rest = info.split() or [""]
        yield Block(number, kind, rest, inside, follows, problem)
        follows = True


def parse_attributes(attributes: list[str]) -> datetime.date | None:
    """The day after `published=`, the only attribute that an Arabic block has."""
    published = None
    for attribute in attributes:
        name, _, value = attribute.partition("=")
        if name != "published":
            raise ValueError(f"the arabic block has an attribute {attribute!r}; it may have published=YYYY-MM-DD only")
        published = datetime.date.fromisoformat(value)
    return published


def parse_expect(block: Block) -> tuple[str, bool, tuple[Item, ...]]:
    """The layer, whether it may hold other items too, and the items."""
    layer, *rest = block.info or [""]
    if layer not in WORDS:
        raise ValueError(f"there is no layer {layer!r}; the layers are {', '.join(WORDS)}")
    if rest not in ([], ["includes"]):
        raise ValueError(f"only `includes` may follow the layer, not {' '.join(rest)!r}")
    items = tuple(parse_item(line) for line in block.lines if line.strip())
    if rest and not items:
        raise ValueError("an empty block that says `includes` expects nothing")
    return layer, bool(rest), items


def parse_item(line: str) -> Item:
    """One line of an expect block."""
    words, *fields = (part.strip() for part in line.split("|"))
    pairs = {}
    for field in fields:
        name, equals, value = (part.strip() for part in field.partition("="))
        if not (name and equals and value) or name in pairs:
            raise ValueError(f"{field!r} is not field=value, each field once (in {line!r})")
        pairs[name] = value
    return Item(words, pairs)


def differences(example: Example, record: dict[str, Any]) -> str:
    """What the record has otherwise than the example expects, as a diff; empty if nothing."""
    broken = list(broken_quotes(record, record["document"]["text"]))
    if broken:
        return "text[start:end] is not the quote:\n" + "\n".join(broken)
    try:
        entries = layer_entries(example.layer, record)
    except KeyError as key:
        return f"the record has no layer {key}"
    names = names_of(record)
    found = [found_item(place, entry, example, names) for place, entry in enumerate(entries)]
    if example.includes:
        spare = list(zip(entries, found, strict=True))
        missing = []
        for item in example.items:
            hit = next((pair for pair in spare if as_item(item, pair[0], example.layer, names) == item), None)
            if hit:
                spare.remove(hit)
            else:
                missing.append(item)
        if not missing:
            return ""
        lines = [f"- {item}" for item in missing] + [f"+ {item}" for _, item in spare]
    else:
        if found == list(example.items):
            return ""
        lines = [
            line.rstrip()
            for line in difflib.ndiff([str(item) for item in example.items], [str(item) for item in found])
            if not line.startswith("?")
        ]
    return "\n".join([f"{example.layer}, - expected, + found:", *lines])


def layer_entries(layer: str, record: dict[str, Any]) -> list[dict[str, Any]]:
    """The entries of the layer as the record has them."""
    if layer == "published":
        return [record["document"]["published"]]
    if layer == "repairs":
        return record["document"]["repairs"]
    return record["timexes" if layer == "times" else layer]


def found_item(place: int, entry: dict[str, Any], example: Example, names: dict[str, str]) -> Item:
    """The entry as an item with the fields that the example compares: those of the item it most likely stands for."""
    words = as_item(Item("", {}), entry, example.layer, names).words
    same_place = example.items[place : place + 1]
    for item in itertools.chain(same_place, example.items):
        if item.words == words:
            return as_item(item, entry, example.layer, names)
    every_field = {name: value for item in example.items for name, value in item.fields.items()}
    return as_item(Item("", every_field), entry, example.layer, names)


def as_item(item: Item, entry: dict[str, Any], layer: str, names: dict[str, str]) -> Item:
    """The entry's own words and values in the fields of the item."""
    words = entry.get(WORDS[layer]) if WORDS[layer] else entry["text"]
    fields = {name: written(inside(entry, name.split(".")), names) for name in item.fields}
    return Item(written(words, names).strip(), fields)


def inside(value: Any, path: list[str]) -> Any:
    """What stands at the path in the entry; in a list, what stands there in each of its elements."""
    if not path or value is None:
        return value
    if isinstance(value, list):
        return [inside(element, path) for element in value]
    if not isinstance(value, dict) or path[0] not in value:
        return f"(no field {path[0]})"
    return inside(value[path[0]], path[1:])


def written(value: Any, names: dict[str, str]) -> str:
    """A value of the record as a spec writes it."""
    if value is None or value == []:
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        joint = ".." if all(isinstance(element, int) for element in value) else " + "
        return joint.join(written(element, names) for element in value)
    if isinstance(value, dict):
        if "relation" in value:
            return " ".join(part for part in (value["relation"], value.get("value"), value.get("mod")) if part)
        return written(value.get("name") or value.get("text") or str(value), names)
    return names.get(value, value).replace("\n", " ") if isinstance(value, str) else str(value)


def names_of(record: dict[str, Any]) -> dict[str, str]:
    """What each id of the record stands for: a time's value, an entity's name, the words of any other entry."""
    names = {entity["id"]: entity["name"] for entity in record.get("entities", [])}
    for time in record.get("timexes", []):
        names[time["id"]] = " ".join(part for part in (time["value"], time.get("mod")) if part)
    for layer in ("statements", "mentions", "commitments", "agreements"):
        for entry in record.get(layer, []):
            span = entry[WORDS[layer]] if WORDS[layer] else entry
            names[entry["id"]] = span["text"]
    return names


def broken_quotes(value: Any, text: str) -> Iterator[str]:
    """Every span in the record whose quote is not what the text has there."""
    if isinstance(value, list):
        for element in value:
            yield from broken_quotes(element, text)
    elif isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            start, end, quote = value["start"], value["end"], value["text"]
            if text[start:end] != quote:
                yield f"{start}:{end} {quote!r}, the text has {text[start:end]!r}"
        for element in value.values():
            yield from broken_quotes(element, text)
