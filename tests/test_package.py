"""What holds of the package and of the repository as a whole."""

import importlib.metadata
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import mithaq

ROOT = Path(__file__).parent.parent

# Written so that this file does not name them itself.
HOSTS = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "yarnpkg" + ".com", "debian" + ".org"]
PLACES = re.compile(
    "|".join(re.escape(host) for host in HOSTS)
    + r"|index-url[\s=]+\S+:/"  # an index by any other name
    + r"|(?<![\w.~:/-])/(?:root|work|home/\w+|Users/\w+)/"  # a folder of somebody's machine
    + r"|[A-Z]:\\Users\\"
)


def repository_files(*under):
    """The files that git keeps, or would keep, under the folders."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *under]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return sorted({name for name in names.split("\0") if name and (ROOT / name).is_file()})


def test_the_version_is_the_installed_one():
    assert mithaq.__version__ == importlib.metadata.version("mithaq")


def test_no_file_names_a_download_host_or_a_place_on_a_machine():
    found = [
        f"{name}:{number}: {place.group()}"
        for name in repository_files()
        for number, line in enumerate((ROOT / name).read_text(encoding="utf-8", errors="replace").split("\n"), start=1)
        if (place := PLACES.search(line))
    ]
    assert found == []


def test_the_guard_sees_hosts_and_places():
    for line in [
        f"https://{HOSTS[0]}/simple",
        "--index-url http" + "://mirror.example",
        "see /ro" + "ot/x",
        '"/home' + '/me/x"',
        "=/wo" + "rk/shared",
    ]:
        assert PLACES.search(line), line
    for line in ["https://example.com/home/news/1", "../root/x", "/usr/bin/env bash", "مقر/work/", "src/work/x"]:
        assert not PLACES.search(line), line


def test_the_wheel_holds_every_file_of_the_package(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    assert {name.removeprefix("src/") for name in repository_files("src")} - held == set()
    assert "mithaq/py.typed" in held
