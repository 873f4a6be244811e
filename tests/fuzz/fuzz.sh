#!/bin/bash
# A short search for inputs that break a harness, the same each time: begins with those stored, and
# keeps nothing but one that breaks it. Usage: fuzz.sh HARNESS FOLDER NAME FLAGS...
set -eu
harness=$1 folder=$2 name=$3
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
flags=(-seed=1 -timeout=60 -rss_limit_mb=4096 -max_len=8192 -print_final_stats=1
    -artifact_prefix="${ISREDACT_FUZZ_FOUND:-$PWD/}$name-")
[ ! -e "$folder/$name.dict" ] || flags+=(-dict="$folder/$name.dict")
# What stands where in memory must not lead it elsewhere.
still=()
! setarch -R true 2>/dev/null || still=(setarch -R)
"${still[@]}" "$harness" "${flags[@]}" "$@" "$work" "$folder/corpus/$name"
