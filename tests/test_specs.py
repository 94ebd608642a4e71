"""Runs every example of specs/*.md through the reader."""

import functools
from pathlib import Path

import pytest

import mithaq
import specs

SPECS = Path(__file__).parent.parent / "specs"
EXAMPLES = [
    example
    for path in sorted(SPECS.rglob("*.md"))
    for example in specs.examples(path.relative_to(SPECS).as_posix(), path.read_text(encoding="utf-8"))
]


@functools.cache
def reader():
    return mithaq.Reader()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.where)
def test_spec(example):
    if example.problem:
        pytest.fail(f"specs/{example.where}: {example.problem}", pytrace=False)
    document = mithaq.Document(text=example.text, source="spec", published=example.published)
    different = specs.differences(example, reader().read(document).to_json())
    if different:
        pytest.fail(f"specs/{example.where}: {different}\n\n{example.text}", pytrace=False)
