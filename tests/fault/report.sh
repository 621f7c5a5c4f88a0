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
build "$build" otpdesk_crashes otpdesk_faultmatrix otpdesk_pollload

export QT_QPA_PLATFORM=offscreen
fault=$build/tests/fault
section "Crash safety: a buying process is killed $kills times" "$fault/crashes/otpdesk_crashes" --kills "$kills"
section "Fault matrix: every call, everything that can go wrong on its way" "$fault/matrix/otpdesk_faultmatrix"
section "Polling: a thousand live orders at five accounts" "$fault/load/otpdesk_pollload"
[ "$damage" -eq 0 ] || fail "something was damaged (see above)"
step "No damage"
