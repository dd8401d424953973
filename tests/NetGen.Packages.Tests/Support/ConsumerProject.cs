using System.Diagnostics;
using System.Security;

namespace NetGen.Packages.Tests;

/// <summary>A program of a stranger's that refers to some of the packages.</summary>
internal sealed class ConsumerProject
{
    private readonly string _name;

    /// <param name="feed">Where the packages are.</param>
    /// <param name="name">The project's and its folder's.</param>
    /// <param name="packages">What it refers to.</param>
    public ConsumerProject(PackageFeed feed, string name, params string[] packages)
    {
        _name = name;
        Folder = feed.NewFolder(name);
        Write(
            $"{name}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(packages.Select(id => $"<PackageReference Include=\"{id}\" Version=\"{SecurityElement.Escape(feed.Version)}\" />"))}
              </ItemGroup>
            </Project>
            """);
    }

    public string Folder { get; }

    /// <summary>The full path of one of its files.</summary>
    public string this[string file] => Path.Combine(Folder, file);

    public void Write(string file, string text) => File.WriteAllText(this[file], text);

    public Command Restore(params string[] properties) => Command.Dotnet(Folder, ["restore", .. properties]);

    public Command Build(params string[] properties) => Command.Dotnet(Folder, ["build", "-c", "Release", "-nologo", .. properties]);

    /// <summary>The program that was built.</summary>
    public string Program => this[$"bin/Release/net10.0/{_name}.dll"];

    /// <summary>Runs what was built.</summary>
    public Command Run(params string[] arguments) => Command.Dotnet(Folder, [Program, .. arguments]);

    /// <summary>Runs what was built where variables of the environment are set.</summary>
    public Command RunWith(params (string Name, string Value)[] variables)
    {
        ProcessStartInfo start = Command.Start("dotnet", Folder, Program);
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return Command.Run(start);
    }
}
