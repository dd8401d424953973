#!/usr/bin/env bash
# Packs the library and uses the package as a project outside of the repository does: the README's example builds, trains and saves; other
# frameworks are refused at restore (NU1202); a project that switches unsafe code off is told so (NG0008); the zoo's ten smallest networks build without a
# message in the strictest project there can be. About two minutes, no network.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAIL: $1"; exit 1; }

dotnet pack src/NetGen -c Release -o "$work/feed" -warnaserror -v q
package=$(echo "$work"/feed/*.nupkg)
files=$(unzip -Z1 "$package")
for file in README.md docs/NG0001.md analyzers/dotnet/cs/NetGen.Generators.dll buildTransitive/net9.0/NetGen.{props,targets} lib/{net9.0,net10.0}/NetGen.{dll,xml}; do
    echo "$files" | grep -qx "$file" || fail "the package lacks $file"
done

# What stands in a folder for all frameworks makes the package seem to fit all.
! echo "$files" | grep -qE '^(build|buildTransitive|lib)/[^/]*$' || fail "a file serves every framework"
! unzip -p "$package" README.md | grep -qE '\]\((\.|[a-z]+/)' || fail "README.md of the package has a link into the repository"

mkdir "$work/app"
cd "$work/app"
version=$(basename "$package" .nupkg)
cat > nuget.config <<EOF
<configuration>
  <packageSources><clear /><add key="local" value="$work/feed" /></packageSources>
  <config><add key="globalPackagesFolder" value="$work/cache" /></config>
</configuration>
EOF
cat > app.csproj <<EOF
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="NetGen" Version="${version#NetGen.}" /></ItemGroup>
</Project>
EOF
unzip -p "$package" README.md | awk '/^```csharp/ {on = 1; next} /^```/ {on = 0} on' > Program.cs
dotnet run -c Release > output.txt || { cat output.txt; fail "README's example does not run"; }
grep -q '^total ' output.txt || fail "README's example prints no table"
[ -s small.safetensors ] || fail "README's example saves nothing"

for framework in net8.0 netstandard2.0; do
    rm -rf obj bin
    dotnet restore -p:TargetFramework=$framework -p:DisableImplicitFrameworkReferences=true > output.txt && fail "$framework is restored"
    grep -q 'NU1202: Package NetGen .* is not compatible with' output.txt || { cat output.txt; fail "$framework is refused by another message"; }
done

rm -rf obj bin
dotnet build -c Release -p:AllowUnsafeBlocks=false > output.txt && fail "a project without unsafe code builds"
grep -q 'error NG0008: .*(file://.*/docs/NG0008.md)' output.txt || { cat output.txt; fail "a project without unsafe code is not told NG0008 with its page"; }
! grep -q 'error CS' output.txt || fail "NG0008 is not the only error"

# An error of a model's and one in a method of C#'s, with all switched off that can be.
cat > Wrong.cs <<EOF
#pragma warning disable
[NetGen.Input(3, 8, 8)] [NetGen.Conv(8, 33)] public sealed partial class Wrong { int F() => "text"; }
EOF
printf '[*.cs]\ndotnet_diagnostic.NG0024.severity = none\n' > .editorconfig
dotnet build -c Release -p:RunAnalyzers=false -p:NoWarn=NG0024 -p:WarningLevel=0 > output.txt && fail "a wrong model builds"
for error in NG0024 CS0029; do
    [ "$(grep -oE "Wrong.cs.*error $error" output.txt | sort -u | wc -l)" = 1 ] || { cat output.txt; fail "$error is not shown"; }
done
rm Wrong.cs .editorconfig

# Every check of the compiler and the SDK's analyzers on, every warning an error, nothing imported, and another meaning for every word of the generated code.
mkdir "$work/strict"
cd "$work/strict"
cp "$work/app/nuget.config" .
cat > strict.csproj <<EOF
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>disable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <WarningLevel>9999</WarningLevel>
    <Features>strict</Features>
    <AnalysisLevel>latest-all</AnalysisLevel>
    <GenerateDocumentationFile>true</GenerateDocumentationFile>
    <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
    <CompilerGeneratedFilesOutputPath>obj/generated</CompilerGeneratedFilesOutputPath>
  </PropertyGroup>
  <ItemGroup>
    <AssemblyAttribute Include="System.CLSCompliantAttribute"><_Parameter1>true</_Parameter1><_Parameter1_TypeName>System.Boolean</_Parameter1_TypeName></AssemblyAttribute>
    <PackageReference Include="NetGen" Version="${version#NetGen.}" />
    <Compile Include="$root/src/NetGen.Zoo/LeNet/*Attribute.cs;$root/src/NetGen.Zoo/CifarResNet/*Attribute.cs;$root/src/NetGen.Zoo/DeepConvNet/*Attribute.cs;$root/src/NetGen.Zoo/Shared/*Attribute.cs" LinkBase="zoo" />
  </ItemGroup>
</Project>
EOF
{
    echo "using NetGen;"
    echo "using NetGen.Zoo;"
    echo "namespace Strict.Small;"
    declare() { echo "/// <summary>$1.</summary>"; echo "$2"; echo "public sealed partial class $1;"; }
    declare LeNet5 '[Input(1, 32, 32)] [LeNet(Name = "lenet")] [SoftmaxCrossEntropy]'
    declare ModernLeNet '[Input(1, 28, 28)] [ModernLeNet] [SoftmaxCrossEntropy]'
    declare DeepConvNet '[Input(1, 28, 28)] [DeepConvNet] [SoftmaxCrossEntropy]'
    declare CifarResNet20 '[Input(3, 32, 32)] [CifarResNet(3)] [SoftmaxCrossEntropy]'
    declare CifarResNet20B '[Input(3, 32, 32)] [CifarResNet(3, Projection = true)] [SoftmaxCrossEntropy]'
    declare CifarPlain20 '[Input(3, 32, 32)] [CifarResNet(3, Plain = true)] [SoftmaxCrossEntropy]'
    declare CifarResNet32 '[Input(3, 32, 32)] [CifarResNet(5)] [SoftmaxCrossEntropy]'
    declare CifarResNet32B '[Input(3, 32, 32)] [CifarResNet(5, Projection = true)] [SoftmaxCrossEntropy]'
    declare CifarPlain32 '[Input(3, 32, 32)] [CifarResNet(5, Plain = true)] [SoftmaxCrossEntropy]'
    declare CifarResNet44 '[Input(3, 32, 32)] [CifarResNet(7)] [SoftmaxCrossEntropy]'

    # Joins, whose tags would be arrays.
    declare Joined '[Input(3, 8, 8)] [Tag("a")] [Conv(3, 1)] [Add("a")] [Tag("b")] [Concat("a", "b")] [GlobalAvgPool] [Dense(2)] [SoftmaxCrossEntropy]'
} > Nets.cs
strict() { dotnet build -c Release --no-incremental "$@" > output.txt 2>&1 || { grep -E 'error' output.txt | sort -u | head -20; fail "the strictest project does not build: $*"; }; }
strict -p:LangVersion=12
grep -q ' 0 Warning(s)' output.txt || fail "the strictest project has warnings"
grep -rhoE '\b[A-Z][A-Za-z0-9_]*' obj/generated | sort -u | grep -vxE 'NetGen|System|Strict' > words.txt
# What the declarations themselves name has to keep its meaning.
own=$(grep -hoE '\b[A-Z][A-Za-z0-9_]*' Nets.cs "$root"/src/NetGen.Zoo/{LeNet,CifarResNet,DeepConvNet,Shared}/*Attribute.cs | sort -u | sed -E 'p; s/$/Attribute/' | sort -u)
grep -vxF "$own" words.txt | sed -E 's/(.*)/global using \1 = System.DateTime;/' > Words.cs
grep -q 'Vector512 = ' Words.cs || fail "Vector512 is no word of the generated code"
sed -i '1i // <auto-generated/>' Words.cs
rm -rf obj/generated
strict -p:LangVersion=12 -p:EmitCompilerGeneratedFiles=false
strict -p:LangVersion=14 -p:EmitCompilerGeneratedFiles=false
echo "the package is as it should be"
