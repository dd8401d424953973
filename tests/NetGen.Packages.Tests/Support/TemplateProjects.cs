namespace NetGen.Packages.Tests;

/// <summary>A project of each template, made, restored and built; the templates are installed for these tests alone.</summary>
internal sealed class TemplateProjects
{
    private readonly PackageFeed _feed;

    public TemplateProjects(PackageFeed feed)
    {
        _feed = feed;
        Command.Dotnet(feed.Root, "new", "install", feed["NetGen.Templates"].Path, "--debug:custom-hive", Hive).Succeeded();

        // A name that is none in C#.
        Console = New("netgen", "my-digits").Succeeded();
        Web = New("netgen-web", "Web.Digits").Succeeded();
        Command.Dotnet(FolderOf("my-digits"), "build", "-c", "Release", "-nologo", "-warnaserror").Succeeded();
        Command.Dotnet(FolderOf("Web.Digits"), "build", "-c", "Release", "-nologo", "-warnaserror").Succeeded();
        Training = Command.Dotnet(FolderOf("my-digits"), Program("my-digits")).Succeeded();
    }

    /// <summary>How the console program was made.</summary>
    public Command Console { get; }

    /// <summary>How the web API was made.</summary>
    public Command Web { get; }

    /// <summary>A run of the console program.</summary>
    public Command Training { get; }

    /// <summary>The weights that it saved.</summary>
    public string Weights => Path.Combine(FolderOf("my-digits"), "digits.safetensors");

    private string Hive => Path.Combine(_feed.Root, "hive");

    public string FolderOf(string name) => Path.Combine(_feed.Root, name);

    public string Program(string name) => Path.Combine(FolderOf(name), "bin", "Release", "net10.0", $"{name}.dll");

    /// <summary>Makes a project in a folder of its name.</summary>
    public Command New(string template, string name, params string[] options) =>
        Command.Dotnet(_feed.Root, ["new", template, "-n", name, .. options, "--debug:custom-hive", Hive]);
}
