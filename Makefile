# `make demo` and `make test` set up everything they need; it takes Python 3.11 or later with venv, make and git.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help setup demo test bench eval eval-real lock web-assets clean

help:
	@echo "make demo       read the reports that ship with the project and show what they give, one by one and as a register"
	@echo "make test       check style, types, floors and run every test and spec"
	@echo "make bench      measure how fast reports are read and how fast a register answers"
	@echo "make eval       score the reader on the project's own gold against its floor"
	@echo "make eval-real  score the reader on the real reports of ../shared, where they are"
	@echo "make lock       make constraints.txt anew from pyproject.toml"
	@echo "make web-assets make the fonts and the map of the web pages anew"
	@echo "make clean      remove the environment and all caches"

demo: setup
	$(BIN)/mithaq demo

test: setup
	@echo "== style (ruff check)"
	@$(BIN)/ruff check
	@echo "== format (ruff format --check)"
	@$(BIN)/ruff format --check
	@echo "== types (mypy --strict)"
	@$(BIN)/mypy
	@echo "== floors (lint-imports)"
	@$(BIN)/lint-imports --no-logo
	@echo "== tests and specs (pytest)"
	@$(BIN)/python -m pytest

bench: setup
	$(BIN)/python bench/read.py
	$(BIN)/python bench/register.py

eval: setup
	$(BIN)/python eval/gate.py

eval-real: setup
	@if [ -x ../shared/eval/score_dev.sh ]; then ../shared/eval/score_dev.sh $(BIN)/mithaq; \
	else echo "../shared is not here: there are no real reports to score"; fi

# The environment: the lock, hash by hash, then the package itself, editable. Made anew when the lock changes.
setup: .venv/package.stamp

.venv/lock.stamp: constraints.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Mithaq needs Python 3.11 or later: make PYTHON=python3.11")'
	@echo "== setting up .venv from constraints.txt"
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) install --require-hashes --requirement constraints.txt
	@touch $@

.venv/package.stamp: .venv/lock.stamp pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# All versions and the hashes of all their files, for the package, its tests and its build backend.
# Run it with the oldest supported Python (PYTHON=python3.11), so that what only that one needs is in the lock too.
lock:
	$(PYTHON) -m venv --clear build/lock
	build/lock/bin/python -m pip --disable-pip-version-check --quiet install pip-tools==7.6.2
	CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/pip-compile --quiet --upgrade --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
		--strip-extras --all-build-deps --extra test --output-file constraints.txt pyproject.toml

# From packages of the npm registry, their versions and digests fixed in the script.
web-assets:
	$(PYTHON) tools/web_assets.py

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
