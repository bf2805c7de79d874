# The daily habits. Everything that is needed is set up by the targets themselves.
SHELL := /bin/bash
PY := .venv/bin/python
export CABLEGRAPH_SHARED ?= ../shared

.PHONY: setup system demo test check bench dev docs models fix clean

setup: .venv/.ready  ## prepare .venv with the command .venv/bin/cablegraph

SCREENS := $(shell find frontend/src frontend/index.html frontend/vite.config.ts -type f)

.venv/.ready: requirements.lock pyproject.toml models/pyproject.toml hatch_build.py frontend/package-lock.json scripts/setup.sh $(SCREENS)
	bash scripts/setup.sh
	touch .venv/.ready

system:  ## install system packages (Tesseract, Poppler, Chromium, PostgreSQL, fonts) where that is allowed, else say what is missing
	bash scripts/system.sh all

demo: setup  ## make a case from the invented trove, say what was found, serve it
	bash scripts/system.sh demo
	.venv/bin/cablegraph demo --into demo-case

test: setup  ## the whole suite
	bash scripts/system.sh all
	bash scripts/frontend.sh test
	bash scripts/with_postgres.sh .venv/bin/pytest -n 2 --dist loadgroup $(ARGS)

check: setup  ## style, types, rules of the house
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	bash scripts/frontend.sh check

fix: setup
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench: setup  ## quality and speed on labelled data; writes bench/out/ (make bench FREEZE=1 keeps the result)
	bash scripts/system.sh bench
	-bash scripts/peers.sh
	$(PY) -m bench $(if $(FREEZE),--freeze)

models: setup  ## train the name taggers anew from labelled data on disk
	$(PY) scripts/train_taggers.py --data $(CABLEGRAPH_SHARED)/data

dev: setup  ## the demo case with the front-end rebuilt on every change
	bash scripts/frontend.sh dev

docs: setup  ## the pages of docs/ that are made from code, and the pictures
	$(PY) scripts/docs.py

clean:
	rm -rf .venv .tools demo-case bench/out src/cablegraph/web/static frontend/node_modules
