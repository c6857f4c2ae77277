# Two commands do everything on a fresh Debian or Ubuntu machine that has Swift: `make demo` and `make test`.
# Targets without a help line are steps of others.

PREFIX ?= /usr/local
CONFIGURATION ?= release
SECONDS ?= 60
SANITIZERS ?= address thread
KIND ?= tools
FUZZERS = ReaderFuzzer ReleaseFuzzer HierarchyFuzzer CInterfaceFuzzer ForeignFuzzer
# The most bytes of an input: files of SAS have pages.
LENGTH_ForeignFuzzer = 20000
ROWS ?= 1000000
PEOPLE ?= 1000000

# The town in datasets/: about 5,000 pupils in less than 3 MB.
DATASET = --pupils 4700 --from 2016 --to 2016 --seed 1 --errors realistic

PACKAGES = zlib1g-dev libzstd-dev libssl-dev libopenblas-dev liblapacke-dev libboost-math-dev libxlsxwriter-dev libreadstat-dev
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# -static-stdlib brings the standard library into libsingleout.so too; the tool does not mind it, and both are built once.
# Before the system's own folders the linker looks where there are archives only: what is installed needs few packages.
ARCHIVES = $(CURDIR)/.build/archives
RELEASE = swift build --configuration release --static-swift-stdlib -Xswiftc -static-stdlib -Xswiftc -L$(ARCHIVES) --product singleout
TOOL = $(shell swift build --configuration release --show-bin-path)/singleout
LIBRARY = $(dir $(TOOL))libsingleout-c.so
TESTS = swift test --configuration $(CONFIGURATION) -Xswiftc -enable-testing --scratch-path .build-test
FILTERED = $(TESTS) $(foreach suite,$(FILTER),--filter '$(suite)')
SOURCES = Package.swift Sources Tests
DOCUMENTED = Singleout SingleoutTesting SingleoutExpectations SingleoutCommand Counting Disclosure PopulationModels GroupComparison Microdata Statistics LinearAlgebra Linkage PupilRegister RegisterValidation Briefing SparkCounting
SHARE = $(DESTDIR)$(PREFIX)/share

LONG = browser coverage endurance fuzz kill sanitize signals spark
BENCHMARKS = tools memory linkage

.PHONY: help demo test build install lint format docs golden datasets dist test-long benchmark clean \
    setup archives library peers $(LONG:%=long-%) $(BENCHMARKS:%=benchmark-%)

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | expand -t 12

demo: build ## install what is missing, build, make up a town of 200,000 pupils, and single them out
	rm -rf .build/town
	$(TOOL) generate --pupils 200000 --from 2016 --to 2016 --seed 1 --output .build/town
	$(TOOL) combinations .build/town/census-2016.csv \
	    -q sex,school,year_group,entry_date,lsoa,ethnicity,first_language,fsm,sen --top 12
	$(TOOL) measure .build/town/census-2016.csv -q date_of_birth,sex,postcode

test: setup ## install what is missing, build, and run the tests; FILTER="Suite Suite", CONFIGURATION=debug
	$(FILTERED)

build: archives ## install what is missing, and build the tool
	$(RELEASE)

install: build library ## install tool, C library, manual and completions; PREFIX=/usr/local, DESTDIR=
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib $(DESTDIR)$(PREFIX)/include $(SHARE)/man/man1 \
	    $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	install -s -m 755 $(TOOL) $(DESTDIR)$(PREFIX)/bin/singleout
	install -s -m 644 $(LIBRARY) $(DESTDIR)$(PREFIX)/lib/libsingleout.so
	install -m 644 Sources/CSingleout/include/singleout.h $(DESTDIR)$(PREFIX)/include
	install -m 644 Sources/SingleoutCommand/Manual/*.1 $(SHARE)/man/man1
	$(TOOL) --generate-completion-script bash >$(SHARE)/bash-completion/completions/singleout
	$(TOOL) --generate-completion-script zsh >$(SHARE)/zsh/site-functions/_singleout
	$(TOOL) --generate-completion-script fish >$(SHARE)/fish/vendor_completions.d/singleout.fish

lint: ## check the style without changing anything
	swift format lint --strict --recursive --parallel $(SOURCES)

format: ## rewrite the sources in the one style
	swift format --in-place --recursive --parallel $(SOURCES)

docs: setup ## build the documentation of libraries and commands in .build-docs/documentation; a broken link fails
	SINGLEOUT_DOCS=1 swift package --scratch-path .build-docs --allow-writing-to-directory .build-docs/documentation \
	    generate-documentation $(DOCUMENTED:%=--target %) --enable-experimental-combined-documentation \
	    --symbol-graph-minimum-access-level public --warnings-as-errors \
	    --output-path .build-docs/documentation

golden: FILTER = CommandLineTests
golden: setup ## write expected outputs, manual, command pages and notebooks anew, and test them; FILTER=CommandPageTests
	-SINGLEOUT_WRITE_GOLDEN=1 $(FILTERED)
	$(FILTERED)

datasets: build ## make datasets/town anew, and say what has changed
	rm -rf .build/datasets
	mkdir -p .build/datasets
	$(TOOL) generate $(DATASET) --output .build/datasets/town
	@if diff -rq datasets/town .build/datasets/town; then \
	    echo "datasets/town is up to date, byte for byte."; \
	else \
	    rm -rf datasets/town && mv .build/datasets/town datasets/town && echo "datasets/town is made anew."; \
	fi

setup:
	@missing=""; for package in $(PACKAGES); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	    echo "Installing with apt:$$missing"; \
	    $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $$missing >/dev/null; \
	fi

archives: setup
	rm -rf $(ARCHIVES) && mkdir -p $(ARCHIVES)
	dpkg -L $(PACKAGES) | grep -E '/lib(z|zstd|crypto|lapacke)\.a$$' | xargs ln -st $(ARCHIVES)

library: archives
	$(RELEASE)-c

VERSION = $(shell sed -n 's/.*current = "\(.*\)".*/\1/p' Sources/Singleout/Version.swift)
ARCHITECTURE = $(shell dpkg --print-architecture)
PACKAGE = .build/dist/singleout_$(VERSION)_$(ARCHITECTURE)

dist: build ## a tarball and a Debian package of the tool, its manual and completions, in .build/dist
	@command -v dpkg-shlibdeps >/dev/null || $(SUDO) apt-get install -y -qq dpkg-dev >/dev/null
	rm -rf .build/dist
	$(MAKE) install PREFIX=/usr DESTDIR=$(PACKAGE)
	install -D -m 644 LICENSE $(PACKAGE)/usr/share/doc/singleout/copyright
	install -D -m 644 CHANGELOG.md $(PACKAGE)/usr/share/doc/singleout/changelog.md
	gzip -9n $(PACKAGE)/usr/share/man/man1/*.1
	tar -C $(PACKAGE)/usr -czf .build/dist/singleout-$(VERSION)-linux-$(ARCHITECTURE).tar.gz --owner=0 --group=0 \
	    --transform 's,^\.,singleout-$(VERSION),' .
	mkdir -p .build/dist/source/debian && printf 'Source: singleout\n\nPackage: singleout\nArchitecture: any\n' \
	    >.build/dist/source/debian/control
	depends=$$(cd .build/dist/source && dpkg-shlibdeps -O $(CURDIR)/$(PACKAGE)/usr/bin/singleout 2>/dev/null \
	    | sed -n 's/^shlibs:Depends=//p') && test -n "$$depends" && install -d $(PACKAGE)/DEBIAN && \
	printf '%s\n' 'Package: singleout' 'Version: $(VERSION)' 'Architecture: $(ARCHITECTURE)' 'Section: science' \
	    'Priority: optional' 'Maintainer: Singleout <singleout@example.org>' "Depends: $$depends" \
	    "Installed-Size: $$(du -sk $(PACKAGE)/usr | cut -f1)" \
	    'Description: statistical disclosure-risk analyser' \
	    ' Measures how easily a person, or a family, can be singled out of a file from combinations of shared fields.' \
	    >$(PACKAGE)/DEBIAN/control
	dpkg-deb --build --root-owner-group $(PACKAGE) >/dev/null
	rm -rf $(PACKAGE) .build/dist/source
	ls -l .build/dist

# Each kind by a make of its own, as each may need packages of its own.
test-long: ## run the tests that take long or need a browser or Spark; ONLY="browser coverage endurance fuzz kill sanitize signals spark"
	@for kind in $(or $(ONLY),$(LONG)); do $(MAKE) long-$$kind || exit 1; done

# The page of a briefing in Chromium.
long-browser: PACKAGES += chromium
long-browser: setup
	$(TESTS) --filter PageTests --filter InjectionTests

# How often the intervals of the estimators hold the truth, over 200 known populations: some minutes.
long-coverage: setup
	SINGLEOUT_COVERAGE=200 $(TESTS) --filter RecoveryTests

# Fields of 1 GiB, a billion rows and 100,000 columns, with time and memory: a quarter of an hour, 4 GiB of memory.
long-endurance: setup
	SINGLEOUT_ENDURANCE=1 $(TESTS) --filter EnduranceTests

# Malformed files, and odd calls of the C interface, each for SECONDS.
# Of several --sanitize only the last reaches the Swift compiler, so that both are named once more; C code gets them from --sanitize.
long-fuzz: setup
	python3 Tests/ReferenceValues/fuzz_seeds.py .build-fuzz/seeds
	for target in $(FUZZERS); do \
	    SINGLEOUT_FUZZ=1 swift build --configuration release --scratch-path .build-fuzz --disable-index-store \
	        --product $$target --sanitize fuzzer --sanitize address -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld \
	        || exit 1; \
	done
	$(foreach target,$(FUZZERS),mkdir -p .build-fuzz/corpus/$(target) && \
	    .build-fuzz/release/$(target) -max_total_time=$(SECONDS) -max_len=$(or $(LENGTH_$(target)),1500) -timeout=25 -print_final_stats=1 \
	        -artifact_prefix=.build-fuzz/$(target)- .build-fuzz/corpus/$(target) .build-fuzz/seeds/$(target) </dev/null &&) true

# What generate, brief and combinations leave when they are killed 200 times at random moments.
long-kill: setup
	SINGLEOUT_KILLS=200 $(TESTS) --filter KillTests

# Every test under the address sanitizer, then under the thread sanitizer: about an hour.
# Without leak detection, as runs that are killed and tools that exit early leave memory to the system. The thread sanitizer does not
# see the locks of Swift's Mutex, so that a file leaves out what they guard.
long-sanitize: setup
	for kind in $(SANITIZERS); do \
	    SINGLEOUT_SANITIZER=$$kind ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS="halt_on_error=1 suppressions=$(CURDIR)/Tests/thread-sanitizer.txt" \
	        swift test --configuration release -Xswiftc -enable-testing --sanitize $$kind --scratch-path .build-$$kind || exit 1; \
	done

# What generate, brief, recode, link and combinations leave when each signal ends them 200 times.
long-signals: setup
	SINGLEOUT_SIGNALS=200 $(TESTS) --filter SignalTests

# Counts on a cluster of a master and two workers on loopback, with Spark installed below .build: some minutes.
long-spark: PACKAGES += openjdk-17-jre-headless python3-venv
long-spark: setup
	test -f .build/spark/ready || { python3 -m venv --clear .build/spark && \
	    .build/spark/bin/pip install --quiet --disable-pip-version-check pyspark && touch .build/spark/ready; }
	SINGLEOUT_SPARK_HOME=$$(.build/spark/bin/python -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))') \
	    $(TESTS) --filter SparkClusterTests

PEERS = numpy duckdb polars pycanon pandas splink
PEER = .build/peers/bin/python Sources/SingleoutBenchmark/Peers

benchmark: ## compare with other tools (about 8 minutes); KIND="tools memory linkage", ROWS=1000000, PEOPLE=1000000
	@for kind in $(KIND); do $(MAKE) benchmark-$$kind || exit 1; done

$(BENCHMARKS:%=benchmark-%): PACKAGES += python3-venv
peers: setup
	test "$$(cat .build/peers/ready 2>/dev/null)" = "$(PEERS)" || { python3 -m venv --clear .build/peers && \
	    .build/peers/bin/pip install --quiet --disable-pip-version-check $(PEERS) && echo "$(PEERS)" >.build/peers/ready; }

# One table: DuckDB, Polars, pyCANON, Splink and, where R has it, sdcMicro.
benchmark-tools: build peers
	$(PEER)/benchmark.py --tool $(TOOL) --data .build --rows $(ROWS) --people $(PEOPLE) \
	    --json .build/benchmark-$(ROWS).json $(COMPARE)

# DuckDB and Polars on ROWS generated rows in memory.
benchmark-memory: build peers
	$(RELEASE)-benchmark
	test -f .build/national-$(ROWS).csv || { $(PEER)/national.py $(ROWS) .build/national-$(ROWS).part && \
	    mv .build/national-$(ROWS).part .build/national-$(ROWS).csv; }
	$(PEER)/in_memory.py .build/national-$(ROWS).csv --benchmark $(dir $(TOOL))singleout-benchmark \
	    --json .build/comparison-$(ROWS).json $(COMPARE)

# Splink alone, in detail, on PEOPLE generated people.
benchmark-linkage: build peers
	test -f .build/linkage-$(PEOPLE)/ready || { mkdir -p .build/linkage-$(PEOPLE) && $(PEER)/linkage_load.py $(PEOPLE) \
	    .build/linkage-$(PEOPLE)/people.csv .build/linkage-$(PEOPLE)/queries.csv && touch .build/linkage-$(PEOPLE)/ready; }
	$(PEER)/linkage.py .build/linkage-$(PEOPLE)/people.csv .build/linkage-$(PEOPLE)/queries.csv --tool $(TOOL) \
	    --json .build/linkage-$(PEOPLE).json $(COMPARE)

clean: ## remove what was built
	rm -rf .build .build-test .build-docs .build-fuzz .build-address .build-thread
