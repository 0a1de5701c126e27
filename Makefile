# `make archive` and `make test` need python3 (3.11 or later), pip and make; each sets up what it needs.
PYTHON ?= python3
CASES ?= ../shared/attribution
CITEPROC := 2.4.63
UV := .tools/bin/uv
BIN := .venv/bin
export UV_SYSTEM_CERTS := true
export UV_NO_CONFIG := true
export PIP_ROOT_USER_ACTION := ignore

.PHONY: archive test check format layers setup tools schemas fixtures reference requirements score csl-suite csl-peer csl-agreement csl-every-style benchmark clean

archive: .venv/run.stamp ## rebuild, validate and cite every record; SOURCE=path takes a copy in first
	@$(BIN)/archive make $(if $(SOURCE),"$(SOURCE)")

test: .venv/dev.stamp ## the tests
	@$(BIN)/pytest -n 2 $(ARGS)

check: .venv/dev.stamp layers test ## format, lint, types, layers, tests
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

layers: .venv/dev.stamp
	$(BIN)/lint-imports --no-cache

format: .venv/dev.stamp
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

setup: .venv/dev.stamp

tools: ## Debian packages that some tests use as judges (needs root); without them those tests are skipped
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends biber jing pandoc

schemas: .venv/dev.stamp ## schemas/*.rng from schemas/*.rnc, archive.sch from the rules, archive.odd from both
	$(BIN)/python -m rnc2rng schemas/archive.rnc schemas/archive.rng
	$(BIN)/python -m rnc2rng schemas/agent.rnc schemas/agent.rng
	$(BIN)/python docs/schematron.py
	$(BIN)/python docs/odd.py

fixtures: .venv/dev.stamp ## tests/bad/ from the tables of the tests
	PYTHONPATH=tests $(BIN)/python -m validate.fixtures

reference: .venv/dev.stamp ## docs/reference.md from the code
	$(BIN)/python docs/generate.py

requirements: $(UV) ## pin the requirements anew
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  --group build --output-file requirements/run.txt pyproject.toml
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  --group dev --constraint requirements/run.txt --output-file requirements/dev.txt pyproject.toml
	echo 'uv==0.13.9' | $(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --output-file requirements/uv.txt -

score: .venv/run.stamp ## the rules on cases with known answers; CASES=folder takes another set
	@$(if $(wildcard $(CASES)/cases.jsonl),$(PYTHON) ../shared/attribution/score.py $(CASES) --jobs 2 \
	  --command '$(abspath $(BIN))/archive inspect --json' $(ARGS),$(error no cases: $(CASES)/cases.jsonl is not there))

csl-suite: .venv/dev.stamp ## cases of the CSL test suite; SUITE=folder takes others, ARGS="-v", "--json" or names of cases
	@PYTHONPATH=tests $(BIN)/python -m cite.csl.suite $(if $(SUITE),--suite "$(SUITE)") $(ARGS)

csl-agreement: .venv/dev.stamp csl-peer ## our citations beside those of citeproc-js; ARGS="--styles N --seed S --style NAME --items FILE --json"
	@PYTHONPATH=tests $(BIN)/python -m cite.csl.agreement $(ARGS)

csl-every-style: .venv/dev.stamp ## many items in every installed style (7 minutes): nothing raised, nothing empty; ARGS="--styles N --seed S --part 1/4"
	@PYTHONPATH=tests $(BIN)/python -m cite.csl.every_style $(ARGS)

csl-peer: build/citeproc-js/$(CITEPROC).stamp ## citeproc-js (needs npm), the judge of our citations

build/citeproc-js/$(CITEPROC).stamp:
	@echo "setting up: citeproc-js into build/"
	@npm install --silent --no-save --no-package-lock --prefix build/citeproc-js citeproc@$(CITEPROC)
	@touch $@

benchmark: .venv/dev.stamp
	$(BIN)/python benchmarks/ingest.py
	$(BIN)/python benchmarks/inspection.py
	$(BIN)/python benchmarks/pages.py

clean:
	rm -rf .venv .tools build .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(UV): requirements/uv.txt
	@echo "setting up: uv into .tools/"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
	  --upgrade --target .tools --requirement requirements/uv.txt
	@touch $@

.venv/bin/python: | $(UV)
	@echo "setting up: a virtual environment in .venv/"
	@$(UV) venv --quiet --no-project --allow-existing --python $(PYTHON) .venv

.venv/run.stamp: requirements/run.txt pyproject.toml | .venv/bin/python
	@echo "setting up: what archive needs into .venv/"
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements/run.txt
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/run.stamp
	@echo "setting up: what the tests need into .venv/"
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements/dev.txt
	@touch $@
