using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;

namespace NetGen.Packages.Tests;

/// <summary>The templates: what they make builds without a message, and runs.</summary>
[Collection(PackagesCollection.Name)]
public sealed partial class TemplateTests(PackageFeed feed)
{
    private readonly TemplateProjects _projects = feed.Templates;

    [Fact]
    public void Console_TrainsAndSaves()
    {
        string output = _projects.Training.Output;

        output.ShouldContain("\ntotal ");
        double.Parse(Accuracy().Match(output).Groups["accuracy"].Value, CultureInfo.InvariantCulture).ShouldBeGreaterThan(0.95);
        output.ShouldContain("the first test image is a 0 and is taken for a 0");
        new FileInfo(_projects.Weights).Length.ShouldBeGreaterThan(4 * 52_138); // 80 + 1,168 + 50,240 + 650 parameters, and a header
    }

    [Fact]
    public void Project_RefersToThePackagesOwnVersionAndTakesItsName()
    {
        _projects.Console.Output.ShouldContain("Restore succeeded");
        File.ReadAllText(Path.Combine(_projects.FolderOf("my-digits"), "my-digits.csproj")).ShouldContain($"<PackageReference Include=\"NetGen\" Version=\"{feed.Version}\" />");
        File.ReadAllText(Path.Combine(_projects.FolderOf("my-digits"), "DigitNet.cs")).ShouldContain("namespace my_digits;");
        File.ReadAllText(Path.Combine(_projects.FolderOf("Web.Digits"), "DigitNet.cs")).ShouldContain("namespace Web.Digits;");
    }

    [Theory]
    [InlineData("netgen")]
    [InlineData("netgen-web")]
    public void Framework_CanBeChosen(string template)
    {
        string name = $"{template}-9";
        _projects.New(template, name, "--framework", "net9.0", "--no-restore").Succeeded().Output.ShouldNotContain("Restore succeeded");

        File.ReadAllText(Path.Combine(_projects.FolderOf(name), $"{name}.csproj")).ShouldContain("<TargetFramework>net9.0</TargetFramework>");
        Directory.Exists(Path.Combine(_projects.FolderOf(name), "obj")).ShouldBeFalse();
        if (template == "netgen")
        {
            // Its start program would be of a package that nothing here needs.
            Command.Dotnet(_projects.FolderOf(name), "build", "-c", "Release", "-nologo", "-warnaserror", "-p:UseAppHost=false").Succeeded();
        }
    }

    [GeneratedRegex(@"\ntest accuracy (?<accuracy>[0-9.]+), weights in digits.safetensors")]
    private static partial Regex Accuracy();
}
