#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The figures of `make bench`: the sample campaign and the same multiplied to 1,000 documents, on one
# core. Machines are noisy: compare two runs on one machine, quote ratios.
set -eu
build=$1
here=$(dirname "$0")
work=$(mktemp -d)
export PRESSKIT_CACHE= # cold is cold
trap 'rm -rf "$work"' EXIT
sample="$here/../../inputs/exploited-in-plain-sight"
python3 "$here/multiply.py" "$sample" 1000 "$work/thousand" >/dev/null

# Wall seconds, processor seconds and peak memory of a whole process, as often as the first argument
# says: the least of all runs, which others that use the machine disturb least, and the median.
whole() {
    python3 - "$@" <<'PY'
import os, statistics, subprocess, sys, time
walls, processors, peak = [], [], 0
for _ in range(int(sys.argv[1])):
    start = time.monotonic()
    process = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status: sys.exit("the build failed")
    walls.append(time.monotonic() - start)
    processors.append(used.ru_utime + used.ru_stime)
    peak = max(peak, used.ru_maxrss)
median = f" (median of {len(walls)}: {statistics.median(walls):.2f})" if len(walls) > 1 else ""
print(f"  {min(walls):.2f} s wall{median}, {min(processors):.2f} s processor, {peak / 1000:.0f} MB peak")
PY
}

for campaign in "$sample" "$work/thousand"; do
    runs=1
    [ "$campaign" = "$sample" ] && runs=9
    echo "== $(basename "$campaign"), one warm process"
    "$build/presskit_bench" "$campaign" 3
    echo "== $(basename "$campaign"), whole cold build, -j1"
    whole $runs "$build/presskit" build "$campaign" --out "$work/out" -j1 --quiet
    du -sb "$work/out" | awk '{printf "  %.1f MB of kits\n", $1 / 1e6}'
    echo "== $(basename "$campaign"), the same without verify"
    whole $runs "$build/presskit" build "$campaign" --out "$work/out2" -j1 --quiet --no-verify
    echo "== $(basename "$campaign"), again from a warm cache"
    "$build/presskit" build "$campaign" --out "$work/out" --cache "$work/cache" --quiet >/dev/null
    whole $runs "$build/presskit" build "$campaign" --out "$work/out" -j1 --cache "$work/cache" --quiet
    rm -rf "$work/out" "$work/out2" "$work/cache"
done
