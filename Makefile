# The verbs of presskit. `make help` lists them.
BUILD ?= build
CAMPAIGNS ?=
JOBS ?= $(shell nproc)
CMAKE_FLAGS ?=
FUZZ_RUNS ?= 500
FUZZ_SEED ?= 1

.DEFAULT_GOAL := help
.PHONY: web-tools help kits test program build configure sanitize fuzz bench lint tidy format clean packages

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | column -t -s '|'

kits: program ## install what is missing, build, and make every kit of inputs/ into outputs/
	$(BUILD)/presskit build $(CAMPAIGNS)

test: build ## build and run every test
	ctest --test-dir $(BUILD) --output-on-failure -j $(JOBS)

program: configure ## compile presskit alone
	cmake --build $(BUILD) -j $(JOBS) --target presskit

build: configure ## compile presskit and its tests
	cmake --build $(BUILD) -j $(JOBS)

configure: packages
	@mkdir -p $(BUILD)
	@cmake -G Ninja -S . -B $(BUILD) $(CMAKE_FLAGS) > $(BUILD)/configure.log 2>&1 || { cat $(BUILD)/configure.log; exit 1; }

# 99 is none of presskit's own exit codes: no test takes a finding for a refusal.
# faketime, which one test builds under, is loaded before the sanitizer's runtime: it may.
sanitize: export ASAN_OPTIONS = exitcode=99:verify_asan_link_order=0
sanitize: export UBSAN_OPTIONS = exitcode=99:print_stacktrace=1
sanitize: ## every test under AddressSanitizer and UBSan
	$(MAKE) test BUILD=build-sanitize CMAKE_FLAGS=-DPRESSKIT_SANITIZE=ON

fuzz: export ASAN_OPTIONS = abort_on_error=1
fuzz: export UBSAN_OPTIONS = abort_on_error=1:print_stacktrace=1
fuzz: ## FUZZ_RUNS hostile inputs of each kind, from FUZZ_SEED on, under AddressSanitizer and UBSan
	$(MAKE) configure BUILD=build-sanitize CMAKE_FLAGS=-DPRESSKIT_SANITIZE=ON
	cmake --build build-sanitize -j $(JOBS) --target presskit_fuzz
	build-sanitize/presskit_fuzz --runs $(FUZZ_RUNS) --seed $(FUZZ_SEED)

bench: build ## milliseconds a page, documents a second, memory, bytes
	tests/bench/bench.sh $(BUILD)

web-tools: ## what tests HTML, news items and the site (ajv, axe-core, the Nu checker, playwright, pdf.js, Chromium, nginx, Caddy)
	@./install-packages web
	@command -v npm > /dev/null || ./install-packages npm
	npm ci --prefix tests/web --no-audit --no-fund

lint: build ## the house rules: dependencies, forbidden calls, file sizes
	ctest --test-dir $(BUILD) --output-on-failure -L lint

tidy: packages ## clang-tidy 19 on every source; apt-get install clang-tidy-19
	@mkdir -p build-tidy
	@cmake -G Ninja -S . -B build-tidy -DPRESSKIT_PRECOMPILE=OFF -DPRESSKIT_UNITY=OFF > build-tidy/configure.log
	cmake --build build-tidy -j $(JOBS) --target embedded_files
	git ls-files 'pipeline/*.cpp' 'stages/*.cpp' | xargs -P $(JOBS) -n 8 clang-tidy-19 --quiet -p build-tidy --extra-arg=-include$(CURDIR)/tests/lint/tidy_prelude.hpp --extra-arg=-Wno-deprecated-declarations --extra-arg=-Wno-unknown-warning-option

format: ## lay out all sources by .clang-format
	git ls-files '*.cpp' '*.hpp' | xargs clang-format -i

clean: ## remove what was built
	rm -rf build build-sanitize build-tidy outputs

packages:
	@./install-packages
