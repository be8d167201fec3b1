# Everything a newcomer needs: `make demo` to see it work, `make test` to check it.
VENV ?= .venv
PYTHON ?= python3
BIN = $(VENV)/bin
DEMO = $(VENV)/demo

.PHONY: demo test figures install clean

# One stamp for the program, one for what the checks need on top; both from pinned versions.
$(BIN)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "foi-search needs Python 3.11 or newer: set PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt torch==2.13.0
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(BIN)/.installed-test: $(BIN)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	touch $@

$(BIN)/.installed-eval: $(BIN)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[eval,compare]'
	touch $@

install: $(BIN)/.installed

demo: $(BIN)/.installed
	$(BIN)/foi index corpus/samples --data $(DEMO)
	$(BIN)/foi ask "how many SPOs were breached" --data $(DEMO)
	$(BIN)/foi ask "which exemption did Saltmoor Police rely on to refuse ANPR camera locations" --data $(DEMO)
	@echo
	@echo 'Now open the page:        $(BIN)/foi serve --data $(DEMO)     then http://127.0.0.1:8000'
	@echo 'Or index your own folder: $(BIN)/foi index FOLDER && $(BIN)/foi ask "your question"'

test: $(BIN)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

# Every figure of eval/README.md and the report, measured again. A million passages: make figures MILLION=--million
figures: $(BIN)/.installed-eval
	$(BIN)/python -m eval figures $(MILLION)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
