#!/bin/bash
# How fast a batch is with one and with two jobs, what its parent needs, and whether it holds what
# it promises when it is long: no byte depends on jobs, parts or kills.
# Usage: bench_batch.sh PROGRAM BUILD_DOCUMENT CORPUS [DOCUMENTS]
set -euo pipefail
program=$(realpath "$1") build=$(realpath "$2") corpus=$3 wanted=${4:-2000}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export PATH=$(dirname "$program"):$PATH
export SOURCE_DATE_EPOCH=1767225600 # time and rate are in no report then
cd "$place"

# Records of the corpus, each several times with another number in it: DOCX, ODT and text.
make_documents() {
    local n=0 record suffix name
    while [ "$n" -lt "$wanted" ]; do
        for record in "$corpus"/{records,further,fresh}/*.xml; do
            [ "$n" -lt "$wanted" ] || break
            suffix=$(case $((n % 4)) in 0) echo docx ;; 1) echo odt ;; *) echo txt ;; esac)
            name=cases/agency$((n % 7))/$(basename "$record" .xml)-$n
            mkdir -p "$(dirname "$name")"
            sed "s|</body>|Sheet $n of this file.\n</body>|" "$record" >record.xml
            "$build" record.xml "$name.$suffix"
            n=$((n + 1))
        done
    done
}

batch() { # OUT OPTIONS...
    local out=$1 status=0
    shift
    isredact batch --profile audit --key key --out "$out" "$@" cases >"$out.said" 2>&1 || status=$?
    [ "$status" -le 3 ] || [ "$status" = 137 ] || { tail -3 "$out.said"; exit 1; }
}

# Runs a batch; prints seconds and, of the parent alone, the most memory in MB.
measure() { # OUT JOBS
    local start end peak=0 now pid
    start=$(date +%s.%N)
    isredact batch --profile audit --key key --out "$1" --jobs "$2" cases >"$1.said" 2>&1 &
    pid=$!
    while kill -0 $pid 2>/dev/null; do
        now=$(sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\).*/\1/p' "/proc/$pid/status" 2>/dev/null || true)
        [ "${now:-0}" -gt "$peak" ] && peak=$now
        sleep 0.2
    done
    wait $pid || [ $? -le 3 ]
    end=$(date +%s.%N)
    awk -v s="$start" -v e="$end" -v n="$wanted" -v p="$peak" -v j="$2" \
        'BEGIN { printf "%d job(s): %.1f s, %.2f documents a second, parent %.0f MB\n", j, e - s, n / (e - s), p / 1024 }'
}

same() {
    diff -rq "$1" "$2" >/dev/null || { echo "FAILED: $1 and $2 differ"; exit 1; }
    echo "$2 is $1, byte for byte"
}

make_documents
isredact key new key 2>/dev/null
measure one 1
measure two 2
same one two
batch four --jobs 4
same one four
for i in 1 2 3 4; do batch "part$i" --shard "$i/4"; done
batch merged --part part1 --part part2 --part part3 --part part4
same one merged
for _ in 1 2 3 4 5 6 7 8 9 10; do
    timeout -s KILL "$((RANDOM % (wanted / 40 + 2) + 1)).$((RANDOM % 10))" \
        isredact batch --profile audit --key key --out killed cases >/dev/null 2>&1 || true
    find killed -name '*.redacted.*' -size 0 2>/dev/null | grep . && { echo "FAILED: half written"; exit 1; }
done
batch killed
same one killed
tail -3 killed.said
