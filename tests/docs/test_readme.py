"""The README shows what the program prints: its report is read and its output compared.

After a change of what is found, `MITHAQ_UPDATE_README=1 .venv/bin/pytest tests/docs` writes the new output into it;
read it before it is committed.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from mithaq.cli.read import LAYERS

ROOT = Path(__file__).parent.parent.parent
README = ROOT / "README.md"
REPORT = re.compile(r"```text report\n(.*?)```", re.DOTALL)
EXAMPLE = re.compile(r"```console\n\$ mithaq (read report\.txt[^\n]*)\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def run(arguments, folder):
    command = [sys.executable, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    return done.stdout.decode()


def test_the_example_is_what_the_program_prints(tmp_path):
    readme = README.read_text("utf-8")
    (report,) = REPORT.findall(readme)
    (example,) = EXAMPLE.finditer(readme)
    (tmp_path / "report.txt").write_text(report, encoding="utf-8")
    printed = run(["-m", "mithaq", *shlex.split(example[1])], tmp_path)
    if os.environ.get("MITHAQ_UPDATE_README"):
        README.write_text(readme[: example.start(2)] + printed + readme[example.end(2) :], encoding="utf-8")
    else:
        assert printed == example[2], "read the new output, then MITHAQ_UPDATE_README=1 writes it into the README"


def test_the_example_shows_something_of_each_layer_it_asks_for():
    (example,) = EXAMPLE.finditer(README.read_text("utf-8"))
    layers = re.findall(r"--layer (\w+)", example[1])
    assert set(layers) <= set(LAYERS)
    for layer in layers:
        assert f"\n  {layer.replace('_', ' ')} (" in example[2]


def test_the_python_example_runs(tmp_path):
    (code,) = PYTHON.findall(README.read_text("utf-8"))
    (tmp_path / "example.py").write_text(code, encoding="utf-8")
    assert "2025-03-11 " in run(["example.py"], tmp_path)


def test_it_fits_one_and_a_half_screens():
    assert len(README.read_text("utf-8").splitlines()) <= 90


def test_links_lead_somewhere():
    for page in [README, ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} → {target}"
