#!/bin/bash
# The recipes for batches in parts: GNU parallel, and a Slurm job array on a cluster of this machine
# alone. What comes out must be, byte for byte, what one run makes.
# Usage: test_cluster.sh PROGRAM SOURCE
set -euo pipefail
program=$(realpath "$1") source=$2
place=$(mktemp -d)
export PATH=$(dirname "$program"):$PATH ISREDACT_PATTERNS=$source/patterns
export SOURCE_DATE_EPOCH=1767225600 # time and rate are in no report then
cd "$place"

end() {
    [ ! -f munge/pid ] || { scontrol shutdown || true; kill "$(cat munge/pid)"; } >/dev/null 2>&1
    sleep 1
    rm -rf "$place"
}
trap end EXIT

make_documents() {
    local agency i
    for agency in school health police; do
        mkdir -p "cases/$agency"
        for i in 1 2 3 4; do
            printf "Child's name: Jayden Okafor\nDate of birth: 12/03/2011\n\nNote %s of %s: Jayden was seen on 1%s May 2024 by Sarah Brown, social worker.\n" \
                "$i" "$agency" "$i" >"cases/$agency/note$i.txt"
        done
    done
    printf 'PK\003\004 no document' >cases/police/broken.docx
}

# Runs what follows; a person must look (1), or one document cannot be opened (3): both are well.
ran() {
    "$@" 2>/dev/null || case $? in 1 | 3) ;; *) echo "FAILED: $*"; return 1 ;; esac
}

# Whatever the parts were, one run has the same.
assert_whole() {
    diff -r whole "$1" || { echo "FAILED: $1 is not what one run makes"; exit 1; }
    echo "$1 is what one run makes"
}

configure_slurm() {
    local host=$1
    mkdir -p state spool log munge
    chmod 700 munge
    cat >slurm.conf <<X
ClusterName=isredact
SlurmctldHost=$host
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
AuthInfo=socket=$place/munge/socket
CryptoType=crypto/munge
StateSaveLocation=$place/state
SlurmdSpoolDir=$place/spool
SlurmctldPidFile=$place/slurmctld.pid
SlurmdPidFile=$place/slurmd.pid
SlurmctldLogFile=$place/log/slurmctld
SlurmdLogFile=$place/log/slurmd
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
MpiDefault=none
NodeName=$host CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
X
}

start_slurm() {
    local host
    host=$(hostname -s)
    configure_slurm "$host"
    export SLURM_CONF=$place/slurm.conf
    head -c 1024 /dev/urandom >munge/key
    chmod 600 munge/key
    munged --key-file="$place/munge/key" --socket="$place/munge/socket" --pid-file="$place/munge/pid" \
        --log-file="$place/munge/log" --seed-file="$place/munge/seed" --force
    slurmctld
    slurmd -N "$host"
    for _ in $(seq 60); do
        sinfo -h -o %t 2>/dev/null | grep -q idle && return
        sleep 1
    done
    cat log/*
    exit 1
}

run_on_slurm() {
    local read make
    set -- audit "$place/key" "$place/cases" "$place/cluster"
    read=$(sbatch --parsable -o "$place/log/%x.%a" --array=1-4 "$source/data/recipes/batch.slurm" read "$@")
    make=$(sbatch --parsable -o "$place/log/%x.%a" --array=1-4 --dependency="afterok:$read" \
        "$source/data/recipes/batch.slurm" make "$@")
    sbatch --wait -o "$place/log/merge" --dependency="afterok:$make" \
        "$source/data/recipes/batch.slurm" merge "$@" 4 || { cat "$place"/log/*; exit 1; }
}

export PATH=$PATH:/usr/sbin:/sbin
make_documents
isredact key new key 2>/dev/null
ran isredact batch --profile audit --key key --out whole cases

ran bash "$source/data/recipes/batch.parallel" 4 audit "$place/key" "$place/cases" "$place/spread"
assert_whole spread

start_slurm
run_on_slurm
assert_whole cluster
