# The two that a newcomer needs: `make demo` and `make test`.
# What is missing is installed with apt where this may be done; else the command to type is printed.

PREFIX ?= /usr/local
SWIFT ?= swift
SHARE = $(DESTDIR)$(PREFIX)/share
BINARY = .build/release/portcall
FUZZ_SECONDS ?= 60
SANITIZERS ?= address leaks thread
FUZZER = .build-fuzz/release/portcall-fuzz

# Starting up is a good part of a short run: one file, linked to a fixed address, without what nobody calls; each function
# is a section of its own, and none is shown to other files, so that the linker sees which those are.
RELEASE = -c release --product portcall --static-swift-stdlib
ifeq ($(shell uname -s),Linux)
RELEASE += -Xswiftc -Xfrontend -Xswiftc -function-sections -Xcc -ffunction-sections -Xcc -fdata-sections \
    -Xlinker -no-pie -Xlinker --no-export-dynamic -Xlinker --gc-sections -Xlinker --icf=safe -Xlinker -s
endif

SOURCES = Package.swift Sources Tests Examples

.PHONY: help demo test lab formats clients cluster faults hostile sanitize allocations release install fuzz bench docs format \
    format-check libraries

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

demo: release ## build, and see portcall judge a healthy and several broken servers on this machine
	$(BINARY) demo

test: libraries ## every test that needs no server
	$(SWIFT) test

lab: libraries ## the tests against real servers, which are installed and started on loopback
	Tests/Lab/run

formats: libraries ## monitoring systems, Prometheus, CI and a browser read every vector; each file of contrib is used
	Tests/Lab/formats/run

clients: libraries ## what browsers and libraries do with each fault, measured and compared with the table of clients
	Tests/Lab/clients/run

cluster: release ## GNU parallel, an Apache Spark that loses a worker and the command of a Kubernetes Job share a list
	PORTCALL_BINARY="$(CURDIR)/$(BINARY)" Examples/cluster/run

faults: release ## descriptors, memory, names, disks, clocks and readers that fail on purpose
	PORTCALL_BINARY="$(CURDIR)/$(BINARY)" Tests/Lab/faults/run

hostile: release ## a sweep of a thousand servers that mean no good, among a thousand that are well
	PORTCALL_BINARY="$(CURDIR)/$(BINARY)" Tests/Lab/hostile/run

sanitize: libraries ## the tests under the address and the thread sanitizer, and the command without a leak
	Tests/Sanitizers/run $(SANITIZERS)

release: libraries ## the command as `make install` installs it
	$(SWIFT) build $(RELEASE)

install: release ## the command, its manual and its completions below PREFIX (/usr/local), or DESTDIR/PREFIX
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/man/man1" "$(SHARE)/bash-completion/completions" \
	    "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/portcall"
	install -m 644 Manual/*.1 "$(SHARE)/man/man1"
	install -m 644 Manual/portcall.bash "$(SHARE)/bash-completion/completions/portcall"
	install -m 644 Manual/_portcall "$(SHARE)/zsh/site-functions"
	install -m 644 Manual/portcall.fish "$(SHARE)/fish/vendor_completions.d"

fuzz: libraries ## hostile input for FUZZ_SECONDS (60), with the vectors as seeds
	PORTCALL_FUZZ=1 $(SWIFT) build -c release --sanitize=fuzzer --scratch-path .build-fuzz --product portcall-fuzz
	mkdir -p .build-fuzz/corpus
	SWIFT_BACKTRACE=enable=no $(FUZZER) -max_total_time=$(FUZZ_SECONDS) -timeout=5 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
	    -artifact_prefix=.build-fuzz/ .build-fuzz/corpus $(sort $(wildcard Vectors/*/)) Tests/PortcallPolicyTests/Policies

bench: release ## what portcall costs beside C, openssl and the scanners, each figure with its goal; ROWS="CPU" some of them
	Benchmarks/run $(BINARY) $(ROWS)

allocations: ## how often a call asks for memory, which must stay below Benchmarks/allocations.txt
	Benchmarks/allocations $(BINARY)

docs: libraries ## the library's documentation, below .build/docs; a warning is an error
	.ci/docs

format: ## bring the sources into the house's form
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

format-check: ## whether they are
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

libraries:
	@.ci/libraries
