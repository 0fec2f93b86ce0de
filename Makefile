# Needs only Python 3.11 (or newer) with pip and venv.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: run demo test check bench format lock messages snapshots screens fuzz clean

run: $(VENV)/.installed
	@$(BIN)/lampungtui

demo: $(VENV)/.installed
	@$(BIN)/lampungtui --demo

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest --numprocesses 4 --dist loadscope --no-loadscope-reorder

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

# What docs/benchmarks.md says about size and speed, measured again. Takes nine minutes; newsboat and newsraft are measured where they are.
bench: $(VENV)/.installed-dev
	$(BIN)/python -m bench

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Rewrites the locked dependencies from pyproject.toml.
lock:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
	  --group dev --group build pyproject.toml --no-header -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
	  --group build pyproject.toml --constraint requirements-dev.lock --no-header -o requirements.lock

# Gathers the messages of the source and compiles the catalogues.
messages: $(VENV)/.installed-dev
	$(BIN)/pybabel -q extract --no-location --no-default-keywords --no-wrap --omit-header --sort-by-file -k say -k later -k counted:1,2 -o src/lampungtui/locale/lampungtui.pot src
	$(BIN)/pybabel -q update --no-wrap --ignore-pot-creation-date --no-fuzzy-matching -D lampungtui -i src/lampungtui/locale/lampungtui.pot -d src/lampungtui/locale -l id
	$(BIN)/pybabel compile -D lampungtui -d src/lampungtui/locale -l id

# Keeps the screens as they look now (tests/ui/snapshots); review them as a difference of text.
snapshots: $(VENV)/.installed-dev
	LAMPUNGTUI_ACCEPT=1 $(BIN)/python -m pytest -q tests/ui/snapshots

# Looks for documents that break a reader, by coverage; not a test: it ends after FUZZ_SECONDS each, or with a finding.
FUZZ_SECONDS ?= 180
fuzz: .venv-fuzz/.installed
	.venv-fuzz/bin/python -m fuzz.feed -max_total_time=$(FUZZ_SECONDS)
	.venv-fuzz/bin/python -m fuzz.page -max_total_time=$(FUZZ_SECONDS)
	.venv-fuzz/bin/python -m fuzz.opml -max_total_time=$(FUZZ_SECONDS)

.venv-fuzz/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv-fuzz
	.venv-fuzz/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	.venv-fuzz/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	.venv-fuzz/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	.venv-fuzz/bin/python -m pip install --quiet --disable-pip-version-check --group fuzz
	@touch $@

screens: $(VENV)/.installed-dev
	COLORTERM=truecolor $(BIN)/python -m docs.screens

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo "lampungtui: installing into $(VENV) (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) .venv-fuzz fuzz/corpus .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build
