"""The layers of a report: which words of its entries are marked, and in which order the layers are listed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mithaq.web.marking import Mark

# layer of the page: (layer of the record, the fields whose words are marked; "" is the entry itself)
LAYERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "commitments": ("commitments", ("act",)),
    "claims": ("status_claims", ("span",)),
    "agreements": ("agreements", ("name",)),
    "statements": ("statements", ("content", "cue", "source.mention")),
    "demands": ("demands", ("act",)),
    "positions": ("positions", ("target", "cue")),
    "presences": ("presences", ("span",)),
    "events": ("events", ("cue",)),
    "times": ("timexes", ("",)),
    "actors": ("mentions", ("",)),
    "places": ("mentions", ("",)),
    "repairs": ("repairs", ("",)),
    "issues": ("issues", ("where",)),
}
DEFAULT = ("commitments", "claims", "agreements", "statements", "times", "actors", "places", "repairs")
_PLACES = ("place", "facility")


def entries(record: dict[str, Any], layer: str) -> list[dict[str, Any]]:
    """The entries of a layer of the page, in the order of the text, each with an id."""
    source, fields = LAYERS[layer]
    if layer == "repairs":
        found = [{"id": f"r{r['start']}", **r} for r in record["document"]["repairs"]]
    elif layer == "issues":
        found = [{"id": f"i{n}", **i} for n, i in enumerate(record["issues"])]
    elif source == "mentions":
        found = [m for m in record["mentions"] if (m["label"] in _PLACES) == (layer == "places")]
    else:
        found = record[source]
    return sorted(found, key=lambda e: (_first(e, fields), e["id"]))


def marks(record: dict[str, Any]) -> Iterator[Mark]:
    """Every mark of every layer."""
    for layer, (_, fields) in LAYERS.items():
        for entry in entries(record, layer):
            for name in fields:
                for span in spans(entry, name):
                    yield Mark(span["start"], span["end"], layer, entry["id"], name.partition(".")[0])


def spans(entry: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """The spans of an entry under a field; a field inside a list of people is written `source.mention`."""
    if not name:
        yield entry
        return
    outer, _, inner = name.partition(".")
    value = entry.get(outer)
    for one in value if isinstance(value, list) else [value]:
        span = one.get(inner) if inner and isinstance(one, dict) else one
        if isinstance(span, dict) and "start" in span:
            yield span


def head(entry: dict[str, Any], layer: str) -> dict[str, Any] | None:
    """The words that stand for an entry in a list."""
    for name in LAYERS[layer][1]:
        for span in spans(entry, name):
            return span
    return None


def _first(entry: dict[str, Any], fields: tuple[str, ...]) -> int:
    return min((span["start"] for name in fields for span in spans(entry, name)), default=0)
