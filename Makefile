# Two commands do everything: `make run` starts arrowtui, `make test` runs the whole suite.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
JOBS ?= 2

# A virtual environment that was begun and not finished (Debian without python3-venv) is begun anew the next time.
.DELETE_ON_ERROR:

.PHONY: run demo test fuzz check format lint types bench eval screenshots clean

run: $(VENV)/.run
	$(BIN)/python -m arrowtui

demo: $(VENV)/.run
	$(BIN)/python -m arrowtui demo

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(JOBS)

# Other examples every time, for whoever looks for faults; `make test` takes the same ones always.
fuzz: $(VENV)/.dev
	ARROWTUI_PROPERTIES=search $(BIN)/python -m pytest -n $(JOBS) -m hypothesis

check: format lint types test

format: $(VENV)/.dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/python -m mypy

bench: $(VENV)/.dev
	$(BIN)/python bench/run.py

# Trains models on the way: about a minute.
eval: $(VENV)/.dev
	$(BIN)/python -m tools.measure

screenshots: $(VENV)/.dev
	$(BIN)/python tools/screenshots.py

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "arrowtui needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

# Byte code is compiled at once: without it every start is three times slower.
$(VENV)/.run: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	$(BIN)/python -m compileall -q $(VENV)/lib arrowtui || true
	touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	$(BIN)/python -m compileall -q $(VENV)/lib arrowtui || true
	touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
