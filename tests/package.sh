#!/usr/bin/env bash
# Packs the library and uses the package as a project outside of the repository does: the README's example builds, trains and saves; other
# frameworks are refused at restore (NU1202); a project that switches unsafe code off is told so (NG0008). About half a minute, no network.
set -eu
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAIL: $1"; exit 1; }

dotnet pack src/NetGen -c Release -o "$work/feed" -warnaserror -v q
package=$(echo "$work"/feed/*.nupkg)
files=$(unzip -Z1 "$package")
for file in README.md docs/NG0001.md analyzers/dotnet/cs/NetGen.Generators.dll buildTransitive/net9.0/NetGen.props lib/{net9.0,net10.0}/NetGen.{dll,xml}; do
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
echo "the package is as it should be"
