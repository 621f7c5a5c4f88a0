#!/usr/bin/env bash
# Installs what OTP Desk needs, builds it and starts it.
# Usage: installer/run.sh [arguments for otpdesk]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=installer/dependencies.sh
. installer/dependencies.sh

build=build/release

has_display() {
    [ "$(uname -s)" = Darwin ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

# Whether the user has ever kept an account or an order.
has_journal() {
    local data
    if [ "$(uname -s)" = Darwin ]; then
        data="$HOME/Library/Application Support"
    else
        data=${XDG_DATA_HOME:-$HOME/.local/share}
    fi
    [ -e "$data/otpdesk/journal.sqlite" ]
}

find_program() {
    local program
    for program in "$build/otpdesk" "$build/app/otpdesk" "$build/otpdesk.app/Contents/MacOS/otpdesk" \
        "$build/app/otpdesk.app/Contents/MacOS/otpdesk"; do
        if [ -x "$program" ] && [ ! -d "$program" ]; then
            printf '%s\n' "$program"
            return
        fi
    done
    fail "the build made no otpdesk program in $build"
}

install_dependencies
configure "$build" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DBUILD_TESTING=OFF -DOTPDESK_PRECOMPILE=ON
build "$build"
program=$(find_program)

if [ "$#" -gt 0 ]; then
    step "Starting otpdesk $*"
    exec "$program" "$@"
elif ! has_display; then
    step "There is no display: taking the guided tour of the application without one"
    # Qt's offscreen plugin remarks on every window that it cannot raise it.
    "$program" --tour build/tour -platform offscreen 2> >(grep -v '^This plugin does not support' >&2) \
        || fail "the tour stopped at the step named above; the pictures up to there are in $PWD/build/tour"
    step "The tour's pictures are in $PWD/build/tour"
elif has_journal; then
    step "Starting otpdesk"
    exec "$program"
else
    step "Starting the demo (no account yet; start $program for your own)"
    exec "$program" --demo
fi
