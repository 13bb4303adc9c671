# Stet. `make run` and `make test` are all that a fresh Debian or Ubuntu with Go
# and git needs: what is missing is installed first.

VERSION := 0.1.0
DATA    ?= data
OUT     := dist

# One set of flags for everything: Fyne's driver is built once, by cgo, and any
# other flag or tag builds it again for minutes.
GO      := go
# Window tests and pictures need a display; this starts one where there is none.
DISPLAYED := .ci/displayed

GOFUMPT     := mvdan.cc/gofumpt@v0.12.0
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: run build test test-model test-ui test-e2e bench fuzz lint shots package model clean

run: build
	bin/stet

build: .ci/ready
	$(GO) build -o bin/stet ./cmd/stet
	CGO_ENABLED=0 $(GO) build -o bin/stet-check ./cmd/stet-check

# Everything, window tests included.
test: .ci/ready
	$(DISPLAYED) $(GO) test -timeout 40m ./...

# No window, no C: seconds.
test-model:
	CGO_ENABLED=0 $(GO) test ./model/... ./cmd/stet-check/... ./cmd/stet-train/... ./assets/...

test-ui: .ci/ready
	$(DISPLAYED) $(GO) test ./ui/...

test-e2e: .ci/ready
	$(DISPLAYED) $(GO) test -count=1 -v ./ui/e2e/...

bench: .ci/ready
	$(GO) test -run '^$$' -bench . ./model/... ./ui/...

# Every fuzz target for a while each: make fuzz TIME=1m
TIME ?= 20s
fuzz:
	.ci/fuzz $(TIME)

lint: .ci/ready
	@bad=$$($(GO) run $(GOFUMPT) -l assets cmd model ui) && if [ -n "$$bad" ]; then echo "not gofumpt's form:"; echo "$$bad"; exit 1; fi
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...

# The pictures of the README, made by the app.
shots: build
	.ci/shots

# A Linux package: a .deb and a tarball with the desktop entry and file types.
package: build
	.ci/package $(VERSION) $(OUT)

# Builds assets/lexicon and assets/models anew from open data in $(DATA); the
# same data gives the same bytes.
model:
	$(GO) run ./cmd/stet-train all --data $(DATA)

clean:
	rm -rf bin $(OUT)

# System packages are looked for once a machine, not once a run.
.PHONY: .ci/ready
.ci/ready:
	@.ci/install
