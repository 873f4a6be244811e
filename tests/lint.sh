#!/bin/bash
# The rules of the house that a machine can hold: format, printing, banned calls, licence, size.
# Prints each breach; exits 77 where the sources are not a git checkout.
set -u
cd "$1" || exit 1
git rev-parse --git-dir >/dev/null 2>&1 || exit 77
wrong=0

breach() { # WHAT, lines on standard input
    local lines
    lines=$(cat)
    [ -z "$lines" ] && return
    printf '%s:\n%s\n' "$1" "$lines"
    wrong=1
}

mapfile -t sources < <(git ls-files 'src/*.[ch]' 'include/*.h' 'tests/*.[ch]' 'corpus/*.[ch]')
mapfile -t ours < <(git ls-files 'src/*.c' 'include/*.h')

command -v clang-format >/dev/null && breach "Not formatted (clang-format -i)" < <(
    clang-format --dry-run "${sources[@]}" 2>&1 | grep 'warning:' | cut -d: -f1 | sort -u)
breach "Prints outside the commands: text of a document could leave" < <(
    git grep -nE '\b(g_print|g_printerr|printf|puts|perror|g_message|g_warning)\(' -- src \
        ':!src/commands' ':!src/main.c')
breach "A call that is not for this house" < <(
    git grep -nE '\b(strcpy|strcat|sprintf|atoi|g_error|system|popen)\(' -- src)
breach "No licence line" < <(
    git grep -LE 'SPDX-License-Identifier: GPL-3.0-or-later' -- "${sources[@]}")
breach "A model that has learnt nothing (learning was broken off: see docs/model.md)" < <(
    find patterns/model -name '*.model' -size -16k)
breach "Longer than 500 lines: more than one noun?" < <(
    wc -l "${ours[@]}" | awk '$2 != "total" && $1 > 500')
breach "The threat model names a test that is not there" < <(
    grep -o '`test_[a-z_]*`' docs/threat-model.md | tr -d '`' | sort -u |
        while read -r test; do [ -e "tests/$test.c" ] || echo "$test"; done)
exit $wrong
