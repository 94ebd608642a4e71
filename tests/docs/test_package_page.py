"""What the package offers, and what the tour says of it."""

import re
from pathlib import Path

import mithaq

ROOT = Path(__file__).parent.parent.parent


def test_what_the_package_offers():
    assert mithaq.__all__ == ["Document", "Reader", "Record", "open_register"]
    assert all(hasattr(mithaq, name) for name in mithaq.__all__)


def test_the_tour_names_every_folder_and_every_noun():
    tour = (ROOT / "docs" / "tour.md").read_text("utf-8")
    package = ROOT / "src" / "mithaq"
    folders = {path.name for path in package.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert set(re.findall(r"`src/mithaq/(\w+)/`", tour)) == folders
    nouns = {path.stem for path in package.glob("[a-z]*.py")}
    row = re.search(r"^\| `src/mithaq/\*\.py` \|.*$", tour, re.MULTILINE)[0]
    assert set(re.findall(r"`(\w+)`", row)) == nouns


def test_every_decision_is_short_and_says_what_would_change_it():
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [page.name[:4] for page in pages] == [f"{n:04}" for n in range(1, len(pages) + 1)]
    for page in pages:
        text = page.read_text("utf-8")
        assert len(text.splitlines()) < 60
        for part in ["**Decision.**", "**Reasons.**", "**What would change our mind.**"]:
            assert part in text, page.name
