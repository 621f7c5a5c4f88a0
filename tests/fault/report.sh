#!/usr/bin/env bash
# Measures what the README says about reliability: builds the programs that measure it and prints their tables.
# Usage: tests/fault/report.sh [KILLS]   (2000 unless told otherwise)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=installer/dependencies.sh
. installer/dependencies.sh

kills=${1:-2000}
[[ "$kills" =~ ^[1-9][0-9]*$ ]] || fail "\"$kills\" is no number of kills. Usage: tests/fault/report.sh [KILLS]"
build=build/dev
damage=0

# section TITLE PROGRAM ARGUMENT...
section() {
    step "$1"
    shift
    "$@" || damage=1
}

install_dependencies
configure "$build" -DCMAKE_BUILD_TYPE=Debug -DOTPDESK_WERROR=ON
build "$build" otpdesk_crashes otpdesk_faultmatrix otpdesk_pollload otpdesk_idle \
    mutant_body_that_rewinds mutant_intent_after_send mutant_no_last_check

export QT_QPA_PLATFORM=offscreen
fault=$build/tests/fault
section "Crash safety: a buying process is killed $kills times" "$fault/crashes/otpdesk_crashes" --kills "$kills"
section "Fault matrix: every call, everything that can go wrong on its way" "$fault/matrix/otpdesk_faultmatrix"
section "Polling: a thousand live orders at five accounts" "$fault/load/otpdesk_pollload"
section "The application with nothing to do" "$fault/load/otpdesk_idle" --watch 65
section "Whether these programs can find damage: each meets a changed product" \
    ctest --test-dir "$build" -R '^mutant_' --no-tests=error
[ "$damage" -eq 0 ] || fail "something was damaged (see above)"
step "No damage"
