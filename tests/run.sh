#!/usr/bin/env bash
# Builds OTP Desk with its tests and runs them.
# Usage: tests/run.sh [--sanitize] [arguments for ctest]
#   --sanitize  build and run with AddressSanitizer and UndefinedBehaviorSanitizer
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=installer/dependencies.sh
. installer/dependencies.sh

build=build/dev
# Lines, but no types and variables, for whoever reads a crash: everything about a hundred programs that share the
# same libraries would be half of the time and 10 GB of the disk.
options=(-DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-g1 -DOTPDESK_WERROR=ON -DOTPDESK_PRECOMPILE=ON)
if [ "${1:-}" = --sanitize ]; then
    shift
    build=build/asan-ubsan
    options+=(-DOTPDESK_SANITIZE=ON)
fi

install_dependencies
configure "$build" "${options[@]}"
build "$build"

step "Running the tests of $build"
mkdir -p "$build/Testing"
log=$build/Testing/run.log
result=0
ctest --test-dir "$build" -j2 --output-on-failure --no-tests=error "$@" 2>&1 | tee "$log" || result=$?

# "98% tests passed, 1 tests failed out of 50"
summary=$(sed -nE 's/^[0-9]+% tests passed, ([0-9]+) tests? failed out of ([0-9]+).*/\1 \2/p' "$log" | tail -n 1)
[ -n "$summary" ] || fail "no test was run (see above)"
read -r failed total <<<"$summary"
printf '%d passed, %d failed\n' "$((total - failed))" "$failed"
exit "$result"
