# The house: start it, test it, measure it. What takes more than a line stands in deploy/ and .ci/.
PORT ?= 8000
PYTHON = .venv/bin/python

.PHONY: help install install-dev run test coverage bench bench-desk bench-live verify-data messages lint clean

help:
	@echo "make run [PORT=8123]  serve the demo paper at http://127.0.0.1:PORT/"
	@echo "make install          only prepare .venv"
	@echo "make test             the whole suite, on SQLite or on DATABASE_URL"
	@echo "make coverage         the same, and what it does not reach"
	@echo "make bench            measure the pages, with 5,000 and 50,000 articles"
	@echo "make verify-data DATA=FOLDER  import a folder of match data into a scratch database and compare the tables"
	@echo "make bench-desk       measure the desk, with 20,000 people, 5,000 matches and 200,000 articles"
	@echo "make bench-live       measure a live match that 500 readers follow"
	@echo "make messages         collect what the code says into the catalogues, to be translated (needs gettext)"
	@echo "make lint             ruff, style and format"
	@echo "make clean            remove what can be built again; the demo's database stays"

install:
	@sh deploy/install.sh requirements.txt

install-dev:
	@sh deploy/install.sh requirements-dev.txt

run: install
	@PORT=$(PORT) sh deploy/run.sh

test: install-dev
	$(PYTHON) -m pytest $(ARGS)

coverage: install-dev
	$(PYTHON) -m pytest --cov --cov-report=term $(ARGS)

bench: install-dev
	$(PYTHON) -m bench $(ARGS)

verify-data: install
	@DEBUG=1 $(PYTHON) manage.py verify_data $(DATA)

bench-desk: install-dev
	$(PYTHON) -m bench.desk $(ARGS)

bench-live: install-dev
	$(PYTHON) -m bench.live $(ARGS)

messages: install
	@for domain in django djangojs; do DEBUG=1 $(PYTHON) manage.py makemessages --locale it --domain $$domain \
		--no-location --no-obsolete --ignore .venv --ignore var --ignore tests --ignore bench || exit 1; done

lint: install-dev
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

clean:
	rm -rf .venv .pytest_cache .ruff_cache .coverage htmlcov var/fonts var/static var/stamps var/bench
	find . -name '__pycache__' -prune -exec rm -rf {} +
	find newsroom/locale -name '*.mo' -exec rm -f {} +
