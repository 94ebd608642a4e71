"""The inflected lexicon, kept as Python keeps compiled modules: beside its sources, and made anew when one of them changes."""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from mithaq.lexicon.lexicon import Lexicon

_FOLDER = Path(__file__).parent
# Who may write into this folder may write what Python runs: what lies in it is trusted as the modules beside it are.
_KEPT = _FOLDER / "__pycache__"
_SOURCES = (_FOLDER, _FOLDER.parent / "text")


def kept(make: Callable[[], Lexicon]) -> Lexicon:
    """The lexicon that `make` gives, from the last time if its sources are the same.

    Nothing is kept where Python keeps no bytecode (`sys.dont_write_bytecode`) or the folder cannot be written.
    """
    try:
        path = _KEPT / f"lexicon.{sys.implementation.cache_tag}.{_digest()}.pickle"
        content = path.read_bytes()
    except FileNotFoundError:
        content = b""
    except OSError:  # a package without files, or one that may not be read: nothing is kept
        return make()
    if hashlib.sha256(content[32:]).digest() == content[:32]:
        found: Lexicon = pickle.loads(content[32:])
        return found
    made = make()
    if not sys.dont_write_bytecode:
        _keep(path, made)
    return made


def _keep(path: Path, lexicon: Lexicon) -> None:
    content = pickle.dumps(lexicon, 5)
    try:
        _KEPT.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(dir=_KEPT)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
        os.chmod(name, 0o644)  # whoever may run the modules may read it
        os.replace(name, path)
        for old in _KEPT.glob(f"lexicon.{sys.implementation.cache_tag}.*.pickle"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        return  # as Python does with bytecode that it cannot write


def _digest() -> str:
    """What the lexicon is made from: its tables, and the code that inflects and folds them."""
    digest = hashlib.sha256()
    for folder in _SOURCES:
        for path in sorted(folder.iterdir()):
            if path.is_file():
                content = path.read_bytes()
                digest.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]
