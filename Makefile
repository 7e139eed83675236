# The two commands are `make run` and `make test`; everything else serves them.
PYTHON ?= python3
BIN := .venv/bin
DATA ?= ../data

.PHONY: run test setup build check format lint types contracts test-server test-web test-browser \
	client openapi lock bench bench-search bench-answers

run:
	@$(PYTHON) scripts/setup.py run
	@exec $(BIN)/netz serve

test: setup lint types contracts test-server test-web test-browser
	@echo "all checks passed"

setup:
	@$(PYTHON) scripts/setup.py test

build:
	@$(PYTHON) scripts/setup.py run

format:
	$(BIN)/ruff format netz tests bench scripts
	$(BIN)/ruff check --fix netz tests bench scripts

lint:
	$(BIN)/ruff format --check netz tests bench scripts
	$(BIN)/ruff check netz tests bench scripts

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports

test-server:
	$(BIN)/pytest -n 2 --dist loadfile -m "not browser" --cov --cov-report=term

test-web:
	$(BIN)/python scripts/web.py generate:check lint format:check typecheck test

test-browser:
	$(BIN)/python scripts/browser.py

client:
	$(BIN)/python scripts/web.py generate

openapi:
	$(BIN)/python scripts/openapi.py

lock:
	$(BIN)/python scripts/lock.py
	$(BIN)/python scripts/npm_lock.py

bench:
	$(BIN)/python -m bench --data $(DATA)

bench-search:
	$(BIN)/python -m bench.search --data $(DATA)

bench-answers:
	$(BIN)/python -m bench.answers --data $(DATA)
