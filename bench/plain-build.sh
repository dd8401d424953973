#!/usr/bin/env bash
# What a build of an ordinary project with fourteen networks costs, as its owner sees it: `dotnet build` without a compiler server, with the SDK's own
# analyzers, in turns with and without NetGenLeanBuild, and without any analyzer. With the folder of another checkout, such as of an earlier commit, in turns with that
# as well. Prints the way, the seconds of each turn, and their median.
#
#     bash bench/plain-build.sh [TURNS] [CHECKOUT]
#
# What README compares with: git worktree add --detach FOLDER c3a84f3
set -euo pipefail
turns=${1:-3}
other=${2:-}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

# A project that takes a checkout's NetGen, away from this repository, whose settings would reach it.
project() {
    dotnet build "$2/src/NetGen.Zoo" -c Release -v q -clp:ErrorsOnly
    mkdir "$work/$1"
    cat > "$work/$1/plain.csproj" <<EOF
<Project Sdk="Microsoft.NET.Sdk">
  <Import Project="$2/src/NetGen/build/NetGen.props" />
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <Reference Include="$2/src/NetGen/bin/Release/net10.0/NetGen.dll" />
    <Reference Include="$2/src/NetGen.Zoo/bin/Release/net10.0/NetGen.Zoo.dll" />
    <Analyzer Include="$2/generators/NetGen.Generators/bin/Release/netstandard2.0/NetGen.Generators.dll" />
  </ItemGroup>
  <Import Project="$2/src/NetGen/build/NetGen.targets" Condition="Exists('$2/src/NetGen/build/NetGen.targets')" />
</Project>
EOF
    networks > "$work/$1/Networks.cs"
    dotnet restore "$work/$1" -v q
}

networks() {
    echo "using NetGen;"
    echo "using NetGen.Zoo;"
    number=0
    while read -r layers; do
        number=$((number + 1))
        echo "$layers [SoftmaxCrossEntropy] public sealed partial class Network$number;"
    done <<EOF
[Input(1, 32, 32)] [LeNet]
[Input(1, 28, 28)] [ModernLeNet]
[Input(1, 28, 28)] [DeepConvNet]
[Input(3, 227, 227)] [AlexNet]
[Input(3, 224, 224)] [Vgg(16)]
[Input(3, 32, 32)] [Nin]
[Input(3, 224, 224)] [GoogLeNet(1000, Heads = true)]
[Input(3, 299, 299)] [InceptionV3(1000, Heads = true)]
[Input(3, 224, 224)] [ResNet(18)]
[Input(3, 224, 224)] [ResNet(50)]
[Input(3, 32, 32)] [CifarResNet(3)]
[Input(3, 32, 32)] [CifarResNet(9)]
[Input(3, 32, 32)] [AblationNet]
[Input(3, 32, 32)] [AblationNet(BatchNorm = true, ResBlocks = true, Gap = true, Dropout = true)]
EOF
}

# A turn: everything of before is gone but what restoring left.
turn() {
    rm -rf "$work/$2/bin" "$work/$2/obj/Release"
    local start=$EPOCHREALTIME
    dotnet build "$work/$2" -c Release --no-restore -v q -clp:ErrorsOnly -p:UseSharedCompilation=false -nodeReuse:false "${@:3}"
    awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN {printf "%.1f\n", b - a}' >> "$work/$1.seconds"
}

ways="plain lean without-analyzers"
project this "$root"
if [ -n "$other" ]; then
    project other "$(cd "$other" && pwd)"
    ways="$ways other-checkout"
fi

for (( i = 0; i < turns; i++ )); do
    turn plain this
    turn lean this -p:NetGenLeanBuild=true
    turn without-analyzers this -p:RunAnalyzers=false
    [ -z "$other" ] || turn other-checkout other
done

for way in $ways; do
    echo "$way: $(tr '\n' ' ' < "$work/$way.seconds")s, median $(sort -n "$work/$way.seconds" | sed -n "$(( (turns + 1) / 2 ))p") s"
done
