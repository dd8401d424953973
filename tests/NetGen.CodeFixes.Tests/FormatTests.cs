using System.Diagnostics;
using NetGen.CodeFixes.Tests.Support;
using NetGen.Tests;
using Shouldly;

namespace NetGen.CodeFixes.Tests;

/// <summary>From end to end: <c>dotnet format analyzers</c> mends a broken project, which then builds.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-fixes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void DotnetFormat_MendsAProject_WhichThenBuilds()
    {
        string source = Path.Combine(_folder, "Program.cs");
        File.WriteAllText(source, NineMistakes.Broken);
        WriteProject();
        Dotnet("restore", "-p:NuGetAudit=false");

        // The second round mends what the errors of the first one hid.
        for (int round = 0; round < 2 && File.ReadAllText(source) != NineMistakes.Mended; round++)
        {
            Dotnet("format", "analyzers", "--no-restore");
        }

        File.ReadAllText(source).ShouldBe(NineMistakes.Mended);
        Dotnet("build", "--no-restore", "-nologo", "-v:q");
    }

    /// <summary>A project beside no other, with what the package would give it.</summary>
    private void WriteProject()
    {
        string analyzers = string.Concat(BuiltAssemblies.Paths.Select(p => $"<Analyzer Include=\"{p}\" />"));
        File.WriteAllText(Path.Combine(_folder, "Broken.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <UseAppHost>false</UseAppHost>
                <EnableNETAnalyzers>false</EnableNETAnalyzers>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(LayerAttribute).Assembly.Location}" />
                {analyzers}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(_folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), "<configuration><packageSources><clear /></packageSources></configuration>");
        File.Copy(Repository.PathOf("global.json"), Path.Combine(_folder, "global.json"));
    }

    private void Dotnet(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using Process process = Process.Start(start).ShouldNotBeNull();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"dotnet {string.Join(" ", arguments)}\n{output}\n{error.Result}");
    }
}
