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

# Wall seconds, processor seconds and peak memory of a whole process.
whole() {
    python3 - "$@" <<'PY'
import os, resource, subprocess, sys, time
start = time.monotonic()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"  {time.monotonic() - start:.2f} s wall, {used.ru_utime + used.ru_stime:.2f} s processor, {used.ru_maxrss / 1000:.0f} MB peak")
PY
}

for campaign in "$sample" "$work/thousand"; do
    echo "== $(basename "$campaign"), one warm process"
    "$build/presskit_bench" "$campaign" 3
    echo "== $(basename "$campaign"), whole cold build, -j1"
    whole "$build/presskit" build "$campaign" --out "$work/out" -j1 --quiet
    du -sb "$work/out" | awk '{printf "  %.1f MB of kits\n", $1 / 1e6}'
    echo "== $(basename "$campaign"), the same without verify"
    whole "$build/presskit" build "$campaign" --out "$work/out2" -j1 --quiet --no-verify
    echo "== $(basename "$campaign"), again from a warm cache"
    "$build/presskit" build "$campaign" --out "$work/out" --cache "$work/cache" --quiet >/dev/null
    whole "$build/presskit" build "$campaign" --out "$work/out" -j1 --cache "$work/cache" --quiet
    rm -rf "$work/out" "$work/out2" "$work/cache"
done
