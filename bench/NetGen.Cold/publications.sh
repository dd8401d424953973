#!/usr/bin/env bash
# Publishes the digits classifier (DeepConvNet, 28 by 28 pixels) in every way a .NET program can be, each without a warning, and says of each its size
# and the time from its start to its first prediction, and whether it predicts the bits that the same instructions predict elsewhere:
# way,files,MB,milliseconds,instructions,bits. With the folder of the peers' shared programs, apps that do the same by ONNX Runtime and TorchSharp come after
# (deepconvnet.onnx is written by PyTorch, so Debian's python3-torch and python3-onnx are needed).
#
#     bash bench/NetGen.Cold/publications.sh [ROUNDS] [FOLDER] [PEERS]
set -euo pipefail
rounds=${1:-15}
folder=${2:-$(mktemp -d)}
project=$(dirname "$0")/NetGen.Cold.csproj
runtime=$(dotnet --info | sed -n 's/^ *RID: *//p')
weights=$folder/deepconvnet.safetensors
peers=${3:-}
failed=0

publish() {
    [ -e "$folder/$1/NetGen.Cold" ] && return
    echo "publishing $1" >&2
    dotnet publish "$project" -c Release -o "$folder/$1" --artifacts-path "$folder/build-$1" -v q -warnaserror -p:DebugType=none -p:GenerateDocumentationFile=false "${@:2}" >&2
    rm -f "$folder/$1"/*.dbg "$folder/$1"/*.pdb "$folder/$1"/*.xml
}

# Starts a publication by turns with none other and prints its median; the variables of further arguments are set.
row() {
    local name=$1 way=$2 program="$folder/$2/NetGen.Cold"
    local bits time
    bits=$(env "${@:3}" "$program" deepconvnet "$weights" --bits | tail -1)
    time=$(for (( i = 0; i < rounds; i++ )); do
        env "${@:3}" COLD_START="$(date +%s%N)" "$program" deepconvnet "$weights" | cut -d, -f5
    done | sort -n | sed -n "$(( (rounds + 1) / 2 ))p")
    echo "$name,$(find "$folder/$way" -type f | wc -l),$(du -sb "$folder/$way" | awk '{printf "%.1f", $1 / 1e6}'),$time,$bits" | tee -a "$folder/rows.csv"
}

publish framework-dependent
publish r2r -r "$runtime" -p:Way=r2r
for way in self-contained single-file trimmed trimmed-r2r aot aot-native aot-any; do
    publish $way -r "$runtime" -p:Way=$way
done

rm -f "$folder/rows.csv"
[ -e "$weights" ] || "$folder/framework-dependent/NetGen.Cold" deepconvnet "$weights" --save
echo "way,files,MB,milliseconds,instructions,bits"
for way in framework-dependent r2r self-contained single-file trimmed trimmed-r2r aot aot-native aot-any; do
    row $way $way
done
row "framework-dependent without AVX-512" framework-dependent DOTNET_EnableAVX512=0
row "framework-dependent without AVX" framework-dependent DOTNET_EnableHWIntrinsic=0
row "framework-dependent on one processor" framework-dependent DOTNET_PROCESSOR_COUNT=1

# A peer's app, published in a copy away from this repository's settings: name, project, what it reads, properties.
peer() {
    local name=$1 source=$2 way=$3 file=$4 time
    local output="$folder/peer-$source-$way"
    if [ ! -e "$output/app" ]; then
        echo "publishing $name" >&2
        mkdir -p "$folder/source-$source-$way"
        cp "$(dirname "$0")/../peers/$source"/* "$folder/source-$source-$way"
        dotnet publish "$folder/source-$source-$way" -c Release -r "$runtime" -o "$output" -v q -p:AssemblyName=app "${@:5}" >&2
        rm -f "$output"/*.dbg "$output"/*.pdb "$output"/onnxruntime*.dll # the last are Windows'
        [ ! -e "$output/libLibTorchSharp.so" ] || python3 "$peers/dotnet/relax-libstdcxx.py" "$output/libLibTorchSharp.so" >&2
    fi
    [ -e "$file" ] || "$output/app" "$file" --save
    time=$(for (( i = 0; i < rounds; i++ )); do COLD_START="$(date +%s%N)" "$output/app" "$file"; done | sort -n | sed -n "$(( (rounds + 1) / 2 ))p")
    echo "$name,$(find "$output" -type f | wc -l),$(du -sb "$output" | awk '{printf "%.1f", $1 / 1e6}'),$time,,"
}

if [ -n "$peers" ]; then
    [ -e "$folder/deepconvnet.onnx" ] || (cd "$peers" && /usr/bin/python3 pytorch.py --export "$(realpath "$folder")" deepconvnet >&2)
    peer "ONNX Runtime self-contained" digits-onnxruntime self-contained "$folder/deepconvnet.onnx" -p:SelfContained=true
    peer "ONNX Runtime aot" digits-onnxruntime aot "$folder/deepconvnet.onnx" -p:PublishAot=true
    peer "TorchSharp self-contained" digits-torchsharp self-contained "$folder/deepconvnet.dat" -p:SelfContained=true
fi

# The same instructions, the same bits.
for set in avx512 avx2 portable; do
    [ "$(grep ",$set," "$folder/rows.csv" | cut -d, -f6 | sort -u | wc -l)" -le 1 ] || { echo "FAIL: publications with $set predict different bits" >&2; failed=1; }
done
exit $failed
