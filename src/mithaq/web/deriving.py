"""The derivation of what stands at a place of a report, as data for a page."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import Any

from mithaq.citation import LAYERS, objects
from mithaq.document import Document
from mithaq.grammar.page import Page
from mithaq.reading import Reader
from mithaq.reading.derivation import Step, covering, rule_of, steps


def explanation(reader: Reader, record: dict[str, Any], offset: int) -> dict[str, Any]:
    """The word at an offset, the finds of the levels over it, and the entries of the record that cover it."""
    head = record["document"]
    published = date.fromisoformat(head["published"]["value"]) if head["published"]["value"] else None
    document = Document(head["text"], head["source"], published, head["publisher"], head["url"])
    page = Page(document, reader.grammar)
    token = bisect_right(page.text.starts, offset) - 1
    inside = token >= 0 and offset < page.text.ends[token]
    return {
        "character": f"U+{ord(head['text'][offset]):04X}",
        "word": _word(page, token) if inside else None,
        "steps": [_step(page, s) for s in covering(steps(page, page.grammar), token)] if inside else [],
        "entries": [_entry(page, layer, entry, fields) for layer, entry, fields in _covering(record, offset)],
    }


def _word(page: Page, token: int) -> dict[str, Any]:
    marks = [name for name, bit in page.line.alphabet.marks.items() if page.mask(token) & bit]
    return {
        "text": page.cite(token, token + 1), "stem": page.stem(token), "clitics": marks, "classes": sorted(page.classes(token)),
    }  # fmt: skip


def _step(page: Page, step: Step) -> dict[str, Any]:
    find = step.find
    return {
        "level": step.level, "rule": find.rule.id, "text": page.cite(find.first, find.last),
        "parts": {
            name: [_word(page, token) for token in range(first, last)] for name, (first, last) in find.parts.items()
        },
        "below": [_step(page, part) for part in step.below],
    }  # fmt: skip


def _covering(record: dict[str, Any], offset: int) -> list[tuple[str, dict[str, Any], list[str]]]:
    found = []
    for layer in LAYERS:
        for entry in record[layer]:
            fields = [p for p, node in objects(entry, "") if "start" in node and node["start"] <= offset < node["end"]]
            if fields:
                found.append((layer, entry, [f for f in fields if f]))
    return found


def _entry(page: Page, layer: str, entry: dict[str, Any], fields: list[str]) -> dict[str, Any]:
    known = rule_of(page.grammar, entry.get("found_by", ""))
    rule = None
    if known:
        level, found = known
        rule = {
            "id": found.id, "level": level, "pattern": found.pattern, "source": found.source, "yes": list(found.yes),
            "no": list(found.no),
        }  # fmt: skip
    return {
        "layer": layer,
        "id": entry["id"],
        "fields": fields,
        "found_by": entry.get("found_by") or None,
        "rule": rule,
    }
