"""The view of a record for a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def show(record: dict[str, Any], layers: Sequence[str], *, gap: bool = False) -> None:
    """Print a record."""
