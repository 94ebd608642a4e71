"""Makes the fonts and the map of the web pages anew from packages of the npm registry (`make web-assets`).

The versions and the digests of the packages are fixed here, so the same files come out everywhere: fonts as they are in
their packages with their licence (OFL 1.1), and the outlines of world-atlas (Natural Earth, public domain) cut to the
region, simplified and drawn in the Mercator projection.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

STATIC = Path(__file__).parent.parent / "src/mithaq/web/static"
PACKAGES = {
    "@fontsource-variable/noto-naskh-arabic@5.3.0": "sha512-Ot0G5iln5MeLPKp1WNt6AGi4KHbPIVm0GEow2ED6rZ+8Rao+OuswhX4D+RPerc3aQ6teneLdqXSL8VPGorJvGg==",
    "@fontsource/ibm-plex-sans-arabic@5.3.0": "sha512-ZZ4g+JDgQY0NqSh4o0MNWU1sHQmtcee1g++aKAwyJvZxnT5y51JXsN1cIXnaQaMd40dcbK6QFYa+Z1LbaiNuqA==",
    "world-atlas@2.0.2": "sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==",
}
FONTS = {
    "noto-naskh-arabic": ("noto-naskh-arabic-arabic-wght-normal", "noto-naskh-arabic-latin-wght-normal"),
    "ibm-plex-sans-arabic": tuple(
        f"ibm-plex-sans-arabic-{script}-{weight}-normal" for script in ("arabic", "latin") for weight in (400, 600)
    ),
}
WEST, EAST, SOUTH, NORTH = -18.0, 64.0, -3.0, 43.0
WIDTH = 1000.0
TOLERANCE = 0.45  # in units of the drawing

Point = tuple[float, float]


def main() -> int:
    """Fetches, checks, extracts, draws."""
    with tempfile.TemporaryDirectory() as folder:
        opened = {name: _fetch(name, digest, Path(folder)) for name, digest in PACKAGES.items()}
        fonts = STATIC / "fonts"
        fonts.mkdir(parents=True, exist_ok=True)
        for name, package in opened.items():
            for font, files in FONTS.items():
                if font in name:
                    for file in files:
                        (fonts / f"{file}.woff2").write_bytes((package / f"files/{file}.woff2").read_bytes())
                    (fonts / f"{font}-LICENSE.txt").write_bytes((package / "LICENSE").read_bytes())
            if name.startswith("world-atlas"):
                _draw(json.loads((package / "countries-50m.json").read_text("utf-8")), STATIC / "map")
    return 0


def _fetch(name: str, digest: str, folder: Path) -> Path:
    made = subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True, capture_output=True, text=True)
    archive = folder / made.stdout.strip().splitlines()[-1]
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != digest:
        raise SystemExit(f"{name}: the package is not the one that was checked ({found})")
    target = folder / archive.stem
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
    return target / "package"


def project(lon: float, lat: float) -> Point:
    """A place in the drawing (Mercator), as `mithaq.web.places` does it too."""
    scale = WIDTH / math.radians(EAST - WEST)
    return (math.radians(lon - WEST) * scale, (_y(NORTH) - _y(lat)) * scale)


def _y(lat: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def _draw(world: dict[str, Any], folder: Path) -> None:
    (kx, ky), (tx, ty) = world["transform"]["scale"], world["transform"]["translate"]
    arcs = [list(_simplified(_points(arc, kx, ky, tx, ty))) for arc in world["arcs"]]
    paths, centres = [], {}
    for country in world["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings = [ring for polygon in polygons for ring in (_ring(arcs, polygon[0]),) if _seen(ring)]
        if not rings:
            continue
        biggest = max(rings, key=lambda r: abs(_area(r)))
        if abs(_area(biggest)) < 0.5:
            continue
        x, y = _centre(biggest)
        centres[country["properties"]["name"]] = [round(x, 1), round(y, 1)]
        paths.append("".join(map(_path, rings)))
    height = round(project(0, SOUTH)[1])
    folder.mkdir(parents=True, exist_ok=True)
    svg = "".join(f'<path d="{d}"/>' for d in paths)
    (folder / "region.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {height}"><g id="land">{svg}</g></svg>\n',
        "utf-8",
    )
    facts = {
        "west": WEST,
        "east": EAST,
        "south": SOUTH,
        "north": NORTH,
        "width": WIDTH,
        "height": height,
        "centres": centres,
    }
    (folder / "region.json").write_text(json.dumps(facts, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


def _points(arc: list[list[int]], kx: float, ky: float, tx: float, ty: float) -> Iterator[Point]:
    """The points of an arc in the drawing; what lies far outside is moved to its margin, where it falls together."""
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        lon = min(max(x * kx + tx, WEST - 1), EAST + 1)
        lat = min(max(y * ky + ty, SOUTH - 1), NORTH + 1)
        yield project(lon, lat)


def _simplified(points: Iterator[Point]) -> Iterator[Point]:
    """Douglas and Peucker's simplification; both ends stay, so that neighbours still meet."""
    line = list(points)
    keep = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        far, at = 0.0, 0
        for n in range(first + 1, last):
            distance = _distance(line[n], line[first], line[last])
            if distance > far:
                far, at = distance, n
        if far > TOLERANCE:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return (line[n] for n in sorted(keep))


def _distance(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    if not (dx or dy):
        return math.hypot(p[0] - a[0], p[1] - a[1])
    t = min(1.0, max(0.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)))
    return math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


def _ring(arcs: list[list[Point]], indices: list[int]) -> list[Point]:
    ring: list[Point] = []
    for index in indices:
        part = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += part[1:] if ring else part
    return ring


def _seen(ring: list[Point]) -> bool:
    """Whether a ring lies in the drawing at all, and is large enough to be seen."""
    height = project(0, SOUTH)[1]
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    inside = max(xs) > 0 and min(xs) < WIDTH and max(ys) > 0 and min(ys) < height
    return inside and abs(_area(ring)) > 0.4


def _area(ring: list[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def _centre(ring: list[Point]) -> Point:
    area = _area(ring)
    pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
    return x, y


def _path(ring: list[Point]) -> str:
    """The ring as relative moves of tenths, which take the fewest bytes."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    x, y = tenths[0]
    made = f"M{_tenth(x)} {_tenth(y)}l"
    steps = []
    for nx, ny in tenths[1:-1]:
        if (nx, ny) != (x, y):
            steps.append(f"{_tenth(nx - x)} {_tenth(ny - y)}")
        x, y = nx, ny
    return made + " ".join(steps) + "z"


def _tenth(value: int) -> str:
    return f"{value / 10:g}"


if __name__ == "__main__":
    sys.exit(main())
