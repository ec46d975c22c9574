# Settings, each given as `make site NAME=value` or in the environment:
#   PYTHON    the Python that makes .venv (3.11 or newer)
#   SITE      the folder that `make site` writes
#   BRAND     the folder of the brand (brands/neutral)
#   BRANDS    the folder of which `make fleet` builds every brand into SITES, or a SHARE of them
#   NAME      the folder that `make brand` writes (brands/NAME), with TITLE, LANGUAGES, TITLE_EN, ARTICLE, ARTICLE_EN,
#             SHORT_NAME, SITE_URL, COLOUR, LOGO, LOGO_HAS_NAME, PHONE and CHOICES, like "referral.by=gp report.to=you,gp"
#   SITE_URL  the public address of the site, in place of the brand's
#   REPO_URL  where the source stands, for the edit links
#   STRICT    1 lets `make language` fail where a measure is exceeded, as before a release, and `make due` where
#             something is to be done
#   LANG_OF   the language of `make due`: nl or en
#   TODAY     the day to build for, like 2026-11-22, in place of that of the Netherlands
#   LOOKED    the day of the last weekly look, which the page about the site then names
#   ADDRESS   where `make serve` shows the site
#   BASE      the branch or commit that a change is compared with
#   VERSION   the number of the release that `make release` makes
#   PAGE      the page or passage of a brand of which `make compare` shows what changed in ours, and `make compared` says
#             that it was compared
#   FROM      the release that `make upgrade-report` compares with
#   CHROMIUM  the browser for the tests, where it is not found by itself
PYTHON ?= python3
SITE ?= site
SITES ?= sites
SHARE ?= 1/1
ADDRESS ?= 127.0.0.1:8000
WORKERS ?= 2
BASE ?= main

# The day is that of the Netherlands, wherever the site is built: just after midnight there it is yesterday elsewhere.
export TZ := Europe/Amsterdam

# What Python has compiled once it need not compile in each of the many processes of a run, whatever the machine says.
export PYTHONDONTWRITEBYTECODE :=

VENV := .venv
RUN := PYTHONPATH=hooks $(VENV)/bin/python -m
OXLINT := $(VENV)/bin/node node_modules/oxlint/bin/oxlint --quiet
SCRIPTS := "overrides/assets/javascripts/*.mjs" "editing/*.mjs" "tests/scripts/*.mjs"
# What these two have found sound and is the same is not looked at again.
PRETTIER := $(VENV)/bin/node node_modules/prettier/bin/prettier.cjs --log-level=warn --cache --cache-strategy=content --cache-location=.cache/prettier
TSC := $(VENV)/bin/node node_modules/typescript/bin/tsc --incremental --tsBuildInfoFile
PIP_INSTALL := python -m pip install -qq --no-input --no-compile --disable-pip-version-check

# One version of each package for every system and every Python from 3.11 on (`fewest`), whatever uv
# settings the machine has.
LOCK := UV_NO_CONFIG=1 .uv/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 --fork-strategy fewest

.DEFAULT_GOAL := help
.PHONY: help site publish serve brand brand-preview sign-off editing keys fleet report upgrade-report screenshots pictures links language due factsheet test lint bench translated compare compared record release releases vendor lock clean packages test-packages script-packages

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name text; do printf 'make %-14s %s\n' "$$name" "$$text"; done

site: packages ## check and build the site in both languages
	@$(RUN) second_opinion.commands.build --site "$(SITE)"

publish: packages ## build the site for readers: the same, and an address for examples is refused
	@PUBLISH=1 $(RUN) second_opinion.commands.build --site "$(SITE)"

serve: packages ## show the site on http://127.0.0.1:8000, rebuilt at every change
	@$(RUN) second_opinion.commands.serve "$(ADDRESS)"

brand: packages ## write a brand folder to start from: make brand NAME=our-hospital
	@$(RUN) second_opinion.commands.brand --folder "brands/$(NAME)" --name "$(TITLE)" --languages "$(LANGUAGES)" --english_name "$(TITLE_EN)" --article "$(ARTICLE)" --english_article "$(ARTICLE_EN)" --short_name "$(SHORT_NAME)" --address "$(SITE_URL)" --colour "$(COLOUR)" --logo "$(LOGO)" --logo_has_name "$(LOGO_HAS_NAME)" --phone "$(PHONE)" --choices "$(CHOICES)"

brand-preview: packages ## build the site in preview/, with a page that shows every component: make brand-preview BRAND=...
	@PREVIEW=1 $(RUN) second_opinion.commands.build --site preview

sign-off: packages ## list every sentence of a copy that is its own, below its key, to be read and signed: make sign-off BRAND=...
	@$(RUN) second_opinion.commands.sign_off $(if $(filter command line environment,$(origin SITE)),--site "$(SITE)")

editing: script-packages ## build the site in preview/, with the page for editing without Git: make editing REPO_URL=...
	@PREVIEW=1 $(RUN) second_opinion.commands.build --site preview
	@echo "The page for editing is in preview/edit/; to try it here, serve preview/ on localhost"

keys: packages ## write what brand.yml may say into HOSPITALS.md, the schema for editors and the example
	@$(RUN) second_opinion.commands.keys

fleet: packages ## build the sites of all brands in a folder: make fleet BRANDS=brands [SITES=sites] [SHARE=2/8]
	@$(RUN) second_opinion.commands.fleet --brands "$(BRANDS)" --sites "$(SITES)" --share "$(SHARE)"

report: packages ## build the site, and those of brands that changed, and write what is wrong into report/
	@$(RUN) second_opinion.commands.report --site "$(SITE)" --base "$(BASE)"

upgrade-report: test-packages ## write what this release changes for a brand since another: make upgrade-report FROM=0.2.0 BRAND=...
	@$(RUN) upkeep.upgrade_report --from "$(FROM)"

screenshots: test-packages ## show the pages that differ from BASE (main), before and after, in screenshots/
	@$(RUN) upkeep.screenshots --base "$(BASE)"

pictures: test-packages ## take and draw the pictures of the guides anew
	@$(RUN) upkeep.guide_pictures

test: test-packages ## run every test and check (installs browsers where it may)
	@$(RUN) upkeep.chromium
	@$(RUN) upkeep.engines
	@$(RUN) upkeep.servers
	@$(RUN) upkeep.nu_checker
	@$(RUN) upkeep.dictionaries
	@$(MAKE) --no-print-directory lint
	@$(RUN) pytest --numprocesses "$(WORKERS)" --dist loadfile --no-loadscope-reorder

lint: test-packages script-packages ## check the style and the types of the code
	@$(VENV)/bin/python -m ruff check .
	@$(VENV)/bin/python -m ruff format --check .
	@$(VENV)/bin/python -m mypy
	@$(OXLINT) overrides editing tests
	@$(PRETTIER) --check $(SCRIPTS)
	@$(TSC) .cache/scripts.tsbuildinfo
	@$(TSC) .cache/tests-of-scripts.tsbuildinfo --project tests/scripts

links: site ## build the site and ask other sites whether the addresses on it still work
	@$(RUN) second_opinion.commands.outside_links --site "$(SITE)"

bench: packages ## measure the site against a stock one made from the same pages
	@PYTHONPATH=hooks $(VENV)/bin/python -m upkeep.bench

language: test-packages ## measure the pages, and fail where a word is misspelt (STRICT=1: or a measure is exceeded); BASE=main: of a change
	@$(RUN) upkeep.dictionaries >&2
	@$(RUN) second_opinion.commands.language $(if $(filter file,$(origin BASE)),,--base "$(BASE)")

due: packages ## list what is due, unchecked or not confirmed, and for whom (LANG_OF=nl: in Dutch)
	@$(RUN) second_opinion.commands.due

factsheet: packages ## show a change to those who check it: make factsheet BASE=main
	@$(RUN) second_opinion.commands.factsheet "$(BASE)"

translated: packages ## say that a text is up to date: make translated FILE=docs/en/costs.md
	@$(RUN) second_opinion.commands.translated "$(FILE)"

compare: packages ## show what changed in ours since you compared yours: make compare BRAND=... [PAGE=costs]
	@$(RUN) second_opinion.commands.compare "$(PAGE)"

compared: packages ## say that your text was compared with the shared one: make compared BRAND=... PAGE=costs
	@$(RUN) second_opinion.commands.mark_compared "$(PAGE)"

record: packages ## write down what is new: addresses, sections, and what new English texts were made from
	@$(RUN) second_opinion.commands.record

releases: packages ## list the releases that this copy has, and how to get each
	@$(RUN) second_opinion.commands.list_releases

release: packages ## write, try, commit and tag a release on main: make release VERSION=0.3.0
	@$(RUN) upkeep.make_release "$(VERSION)"

vendor: packages ## renew the scripts of others that the site sends (needs npm)
	@$(RUN) upkeep.vendor

lock: ## renew requirements.txt and requirements-test.txt from pyproject.toml
	@rm -rf .uv
	@$(PYTHON) -m venv .uv
	@.uv/bin/$(PIP_INSTALL) uv
	@$(LOCK) --output-file requirements.txt
	@$(LOCK) --extra test --constraint requirements.txt --output-file requirements-test.txt
	@rm -rf .uv

clean: ## remove what these commands made
	rm -rf $(VENV) .uv node_modules .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results report screenshots preview "$(SITE)" "$(SITES)"
	find hooks tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The requirements that .venv was made from are kept inside it as a copy, so nothing depends on the time
# of a file. A changed requirements.txt makes .venv anew: what is locked is there, and nothing else. A .venv that is a
# link belongs to another copy, which keeps it.
packages:
	@cmp -s requirements.txt $(VENV)/requirements.txt && $(VENV)/bin/python -c '' 2>/dev/null || { \
		$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make site PYTHON=python3.11")' && \
		echo 'Installing packages in $(VENV) (the first time, and after a change of requirements.txt)' && \
		{ ! test -L $(VENV) || rm $(VENV); } && \
		$(PYTHON) -m venv --clear $(VENV) && \
		$(VENV)/bin/$(PIP_INSTALL) --require-hashes --requirement requirements.txt && \
		cp requirements.txt $(VENV)/requirements.txt; }

test-packages: packages ## install what tests need: pytest, ruff, mypy
	@cmp -s requirements-test.txt $(VENV)/requirements-test.txt || { \
		echo 'Installing what the tests need in $(VENV) (the first time, and after a change of its requirements)' && \
		$(VENV)/bin/$(PIP_INSTALL) --require-hashes --requirement requirements-test.txt && \
		cp requirements-test.txt $(VENV)/requirements-test.txt; }

# What checks the scripts and what the page for editing is made of, the same way; npm and node come with the packages of the tests.
script-packages: test-packages
	@cmp -s package-lock.json node_modules/package-lock.json || { \
		echo 'Installing the packages of npm in node_modules (only the first time)' && \
		$(VENV)/bin/npm ci --prefer-offline --loglevel=error >/dev/null && \
		cp package-lock.json node_modules/package-lock.json; }
