# The verbs of presskit. `make help` lists them.
BUILD ?= build
CAMPAIGNS ?=
JOBS ?= $(shell nproc)
CMAKE_FLAGS ?=

.DEFAULT_GOAL := help
.PHONY: help kits test build sanitize bench lint format fuzz clean packages

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | column -t -s '|'

kits: build ## install what is missing, build, and make every kit of inputs/ into outputs/
	$(BUILD)/presskit build $(CAMPAIGNS)

test: build ## build and run every test
	ctest --test-dir $(BUILD) --output-on-failure -j $(JOBS)

build: packages ## compile
	@cmake -G Ninja -S . -B $(BUILD) $(CMAKE_FLAGS) > $(BUILD).log 2>&1 || { cat $(BUILD).log; exit 1; }
	@mv $(BUILD).log $(BUILD)/configure.log
	cmake --build $(BUILD) -j $(JOBS)

sanitize: ## all tests under AddressSanitizer and UndefinedBehaviorSanitizer
	$(MAKE) test BUILD=build-sanitize CMAKE_FLAGS=-DPRESSKIT_SANITIZE=ON

bench: build ## milliseconds a page, documents a second, memory, bytes
	tests/bench/bench.sh $(BUILD)

lint: build ## the house rules: dependencies, forbidden calls, file sizes
	ctest --test-dir $(BUILD) --output-on-failure -L lint

format: ## lay out all sources by .clang-format
	git ls-files '*.cpp' '*.hpp' | xargs clang-format -i

clean: ## remove what was built
	rm -rf build build-sanitize outputs

packages:
	@./install-packages
