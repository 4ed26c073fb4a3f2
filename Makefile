# Each target is one of the scripts, or a line or two. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run test check bench validate

PLAN ?= Plans/kent-and-medway
DATA ?= weald-data
HOST ?= 127.0.0.1
PORT ?= 8080

help: ## List these targets
	@sed -nE 's/^([a-z]+): ## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: ## Serve the example plan at http://127.0.0.1:8080 (PLAN, DATA, HOST and PORT can be set)
	@scripts/bootstrap
	swift build -c release --product weald
	exec .build/release/weald serve $(PLAN) --data $(DATA) --host $(HOST) --port $(PORT)

test: ## Build and run every test: Swift, the plan's tables, the pages in a browser
	@scripts/test

check: ## Check format, links and what the documents say; quick, and builds nothing
	@scripts/check

bench: ## Measure against the peers named in Benchmarks and write Benchmarks/results.md
	@bash Benchmarks/run.sh

validate: ## Compare the engines with published results and write docs/validation.md
	@scripts/bootstrap
	swift build --build-tests
	swift test --skip-build --disable-xctest --filter 'ValidationTests|FinanceTests|QueueingTests'
	.build/debug/weald validate $(PLAN) --write docs/validation.md
