"""Where places lie on the map that ships: names from the lexicon, drawn in the projection of `tools/web_assets.py`."""

from __future__ import annotations

import json
import math
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from mithaq.text.fold import fold


@cache
def facts() -> dict[str, Any]:
    """The frame of the map and the middle of each country."""
    found: dict[str, Any] = json.loads((files("mithaq.web") / "static/map/region.json").read_text("utf-8"))
    return found


def project(lon: float, lat: float) -> tuple[float, float]:
    """A place in the drawing (Mercator)."""
    frame = facts()
    scale = frame["width"] / math.radians(frame["east"] - frame["west"])
    return round(math.radians(lon - frame["west"]) * scale, 1), round((_y(frame["north"]) - _y(lat)) * scale, 1)


def _y(lat: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


@cache
def _gazetteer() -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    rows = (files("mithaq.lexicon") / "places.csv").read_text("utf-8").splitlines()
    for row in rows[1:]:
        if not row or row[0] == "#":
            continue
        name, aliases, _, _, _, lat, lon, *_ = row.split(",")
        if lat and lon:
            point = project(float(lon), float(lat))
            for one in (name, *filter(None, aliases.split("|"))):
                found.setdefault(_key(one), point)
    countries = tomllib.loads((files("mithaq.lexicon") / "countries.toml").read_text("utf-8"))
    centres = facts()["centres"]
    for entry in next(v for v in countries.values() if isinstance(v, list)):
        centre = centres.get(_SHORTENED.get(entry["en"], entry["en"]))
        if centre:
            for one in entry["ar"]:
                found[_key(one)] = (centre[0], centre[1])
    return found


_SHORTENED = {
    "South Sudan": "S. Sudan",
    "Central African Republic": "Central African Rep.",
    "Western Sahara": "W. Sahara",
}


def _key(name: str) -> str:
    key = fold(name).strip()
    return key[2:] if key.startswith("ال") else key


def locate(name: str) -> tuple[float, float] | None:
    """Where a place lies in the drawing; None where the lexicon does not know, or it lies outside."""
    point = _gazetteer().get(_key(name))
    frame = facts()
    if point is None or not (0 <= point[0] <= frame["width"] and 0 <= point[1] <= frame["height"]):
        return None
    return point
