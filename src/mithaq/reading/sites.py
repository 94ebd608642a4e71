"""Sites: what the gazetteers say of a place that a report names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from mithaq.grammar.presence import KINDS
from mithaq.lexicon.lexicon import Lexicon
from mithaq.reading.naming import name_key

# The kind of a record's place, by the gazetteer's; a kind that is not here has none.
_KINDS = {
    "base": "base", "camp": "camp", "airport": "airport", "city": "city", "province": "region", "region": "region", "crossing": "crossing",
    "port": "port", "island": "region", "mountain": "region", "border": "region",
}  # fmt: skip
_POSTS = frozenset({"base", "camp", "airport"})  # one place is called by any of these


class Site(NamedTuple):
    """A row of a gazetteer; of several that fit, what they agree on."""

    kind: str | None = None
    province: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


_Key = tuple[str, ...]


@cache
def _sites(lexicon: Lexicon) -> dict[_Key, list[Site]]:
    """The sites of all gazetteers by their keys. A user's rows take the place of those that ship under the same name."""
    found: dict[_Key, list[Site]] = {}
    for rows in lexicon.gazetteer:
        own: dict[_Key, list[Site]] = {}
        for name, aliases, kind, country, province, lat, lon, *_ in rows:
            place = (float(lat), float(lon)) if lat else (None, None)
            site = Site(_KINDS.get(kind), province or None, country or None, *place)
            for form in (name, *aliases.split("|")) if aliases else (name,):
                known = own.setdefault(name_key(form), [])
                if site not in known:
                    known.append(site)
        found.update(own)
    return found


def site_of(lexicon: Lexicon, name: str, kind: str | None, countries: frozenset[str]) -> Site:
    """What the gazetteers say of a name of the kind that the words give it (None: they give none).

    `countries` are those that the report speaks of there: they choose between places of one name.
    """
    sites = _sites(lexicon)
    key = name_key(name)
    fits = sites.get(key, ())
    headless = not fits and len(key) > 1 and key[0] in KINDS  # قاعدة «عين الأسد» where the row has no قاعدة
    if headless:
        fits = sites.get(key[1:], ())
    if kind is not None:
        alike = _POSTS if kind in _POSTS else {kind}
        same = [site for site in fits if site.kind in alike]
        fits = same if same or headless else fits
    if len({site.country for site in fits}) > 1:
        fits = [site for site in fits if site.country in countries]
    if not fits or len({site.country for site in fits}) > 1:
        return Site()
    first = fits[0]
    agreed = [value if all(site[i] == value for site in fits) else None for i, value in enumerate(first)]
    return Site(*agreed)  # type: ignore[arg-type]
