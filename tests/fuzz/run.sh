#!/usr/bin/env bash
# Builds the fuzzers (Clang, libFuzzer, AddressSanitizer, UndefinedBehaviorSanitizer) and lets each look for
# inputs that crash, hang or break a rule.
# Usage: tests/fuzz/run.sh [SECONDS] [TARGET...]
#   SECONDS  for each target; 60 unless told
#   TARGET   otpzap zapotp whichotp otpwall otpget codes money time http html; all unless told
# The corpus stays in build/fuzz/corpus: the next run goes on from there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=installer/dependencies.sh
. installer/dependencies.sh

seconds=60
if [[ ${1:-} =~ ^[0-9]+$ ]]; then
    seconds=$1
    shift
fi
[ "$seconds" -gt 0 ] || fail "for how many seconds?"
build=build/fuzz
if [ $# -gt 0 ]; then
    targets=("$@")
else
    targets=(otpzap zapotp whichotp otpwall otpget codes money time http html)
fi

otpdesk_packages+=(clang libclang-rt-dev llvm)
install_dependencies
command -v clang++ >/dev/null || fail "not found: clang++, which is what libFuzzer comes with"
configure "$build" --preset fuzz
build "$build" otpdesk_fuzzers

step "Writing the seeds"
"$build/tests/fuzz/otpdesk_fuzzseeds" "$build/seeds" >"$build/seeds.log" || fail "no seeds were written (see above)"

# The words that a target's own code compares with, as libFuzzer takes them. Qt's comparisons are not
# instrumented, so it would have to guess them.
words_of() {
    local sources
    case $1 in
    codes) sources="providers/codes" ;;
    money | time) sources="providers/types/money.cpp providers/wire/text.cpp" ;;
    http) sources="providers/simulator/requestparser.cpp" ;;
    html) sources="models/text/htmltext.cpp providers/wire/html.cpp" ;;
    *) sources="providers/$1 providers/wire" ;;
    esac
    # shellcheck disable=SC2086 # several paths
    grep -rohE --include='*.cpp' '"[A-Za-z0-9_.:#/<>= -]+"' $sources | sort -u
}

# The number behind a name in a log, the last one; 0 where it is not there.
number_in() {
    local found
    found=$(grep -oE "$2 *[0-9]+" "$1" | tail -n 1 | grep -oE '[0-9]+$' || true)
    printf '%s' "${found:-0}"
}

export UBSAN_OPTIONS=print_stacktrace=1
broken=()
mkdir -p "$build/logs"
step "Running each target for $seconds s"
row='%-10s %12s %9s %9s %8s %8s %9s %6s\n'
# shellcheck disable=SC2059 # the rows share their format
printf "$row" target executions per-s coverage corpus crashes timeouts ooms
for target in "${targets[@]}"; do
    program=$build/tests/fuzz/otpdesk_fuzz_$target
    [ -x "$program" ] || fail "no target named $target"
    corpus=$build/corpus/$target
    findings=$build/findings/$target
    log=$build/logs/$target.log
    mkdir -p "$corpus" "$findings"
    words_of "$target" >"$build/seeds/$target.dict"
    result=0
    "$program" -max_total_time="$seconds" -max_len=8192 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -dict="$build/seeds/$target.dict" -artifact_prefix="$findings/" \
        "$corpus" "$build/seeds/$target" >"$log" 2>&1 || result=$?
    crashes=$(grep -cE 'Test unit written to .*/(crash|leak)-' "$log" || true)
    timeouts=$(grep -c 'Test unit written to .*/timeout-' "$log" || true)
    ooms=$(grep -c 'Test unit written to .*/oom-' "$log" || true)
    # shellcheck disable=SC2059
    printf "$row" "$target" "$(number_in "$log" number_of_executed_units:)" \
        "$(number_in "$log" average_exec_per_sec:)" "$(number_in "$log" 'cov:')" \
        "$(find "$corpus" -type f | wc -l)" "$crashes" "$timeouts" "$ooms"
    [ "$result" -eq 0 ] || broken+=("$target")
done

[ "${#broken[@]}" -eq 0 ] && exit 0
for target in "${broken[@]}"; do
    log=$build/logs/$target.log
    input=$(sed -nE 's/.*Test unit written to (.*)/\1/p' "$log" | tail -n 1)
    printf '\n%s broke: %s\n' "$target" "$(grep -E 'Does not hold|runtime error|ERROR:' "$log" | head -n 1)"
    if [ -z "$input" ]; then
        printf '  without an input of its own; see %s\n' "$log"
        continue
    fi
    printf '  input:         %s (the stack is in %s)\n' "$input" "$log"
    printf '  again:         %s %s\n' "$build/tests/fuzz/otpdesk_fuzz_$target" "$input"
    printf '  make it small: %s -minimize_crash=1 -max_total_time=60 %s\n' \
        "$build/tests/fuzz/otpdesk_fuzz_$target" "$input"
    printf '  keep it:       cp %s tests/data/fuzz/%s/WHAT_IT_IS  (tst_fuzzcorpus runs it from then on)\n' \
        "$input" "$target"
done
exit 1
