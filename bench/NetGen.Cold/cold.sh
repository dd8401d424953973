#!/usr/bin/env bash
# Measures cold starts: publishes NetGen.Cold in three ways, starts each by turns, and prints medians: way,network,main,made,loaded,first,
# in milliseconds since the process was started.
#
#     bash bench/NetGen.Cold/cold.sh [ROUNDS] [FOLDER]
set -euo pipefail
rounds=${1:-15}
folder=${2:-$(mktemp -d)}
project=$(dirname "$0")/NetGen.Cold.csproj
runtime=$(dotnet --info | sed -n 's/^ *RID: *//p')

publish() {
    [ -e "$folder/$1" ] && return
    echo "publishing $1" >&2
    dotnet publish "$project" -c Release -o "$folder/$1" --artifacts-path "$folder/build-$1" -v q "${@:2}" >&2
}

publish jit
publish r2r -r "$runtime" -p:Way=r2r
publish aot -r "$runtime" -p:Way=aot-native

for network in deepconvnet resnet18; do
    [ -e "$folder/$network.safetensors" ] || "$folder/jit/NetGen.Cold" $network "$folder/$network.safetensors" --save
    for (( round = 0; round < rounds; round++ )); do
        for way in jit r2r aot; do
            echo "$way,$(COLD_START=$(date +%s%N) "$folder/$way/NetGen.Cold" $network "$folder/$network.safetensors")"
        done
    done
done | tee "$folder/all.csv" | sort -t, -k1,2 -s | awk -F, '
    function median(values, n,    i, j, t) {
        for (i = 2; i <= n; i++) for (j = i; j > 1 && values[j - 1] > values[j]; j--) { t = values[j]; values[j] = values[j - 1]; values[j - 1] = t }
        return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2
    }
    function flush_group(    line, c, i) {
        if (n == 0) return
        line = key
        for (c = 3; c <= 6; c++) { for (i = 1; i <= n; i++) column[i] = value[c, i] + 0; line = line "," median(column, n) }
        print line
    }
    { if ($1 "," $2 != key) { flush_group(); key = $1 "," $2; n = 0 } n++; for (c = 3; c <= 6; c++) value[c, n] = $c }
    END { flush_group() }'
