using System.Reflection;
using NetGen.Tests;

namespace NetGen.Packages.Tests;

/// <summary>
/// A folder with everything packed as it was built, and beside it the packages of others that ours depend on, out of the folder that this machine restored them to: so
/// nothing is asked of a network. Projects in it take packages from there alone, into a folder of their own.
/// </summary>
public sealed class PackageFeed : IDisposable
{
    /// <summary>As the tests were built, so that nothing is built anew.</summary>
    public static readonly string Configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;

    private static readonly string s_machine = typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PackageFolder").Value!;

    private readonly Lazy<TemplateProjects> _templates;

    public PackageFeed()
    {
        _templates = new Lazy<TemplateProjects>(() => new TemplateProjects(this));
        Directory.CreateDirectory(Feed);
        string root = Repository.PathOf("");
        Packing = Command.Dotnet(root, "pack", "NetGen.sln", "-c", Configuration, "--no-build", "-o", Feed).Succeeded();
        Packages = [.. Directory.GetFiles(Feed, "*.nupkg").Select(Package.Read).OrderBy(package => package.Id, StringComparer.Ordinal)];
        // What projects for .NET 9 are compiled against, where the SDK did not bring it; ours was restored with it.
        CopyAll("microsoft.netcore.app.ref");
        CopyAll("microsoft.aspnetcore.app.ref");
        foreach (Package package in Packages)
        {
            CopyDependencies(package);
        }

        File.WriteAllText(
            Path.Combine(Root, "nuget.config"),
            $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
              <config><add key="globalPackagesFolder" value="{Path.Combine(Root, "packages")}" /></config>
            </configuration>
            """);

        // Not those of a folder above.
        File.WriteAllText(Path.Combine(Root, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(Root, "Directory.Build.targets"), "<Project />");
    }

    /// <summary>The folder of everything.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("netgen-packages-").FullName;

    /// <summary>Where the packages are.</summary>
    public string Feed => Path.Combine(Root, "feed");

    /// <summary>How packing went.</summary>
    internal Command Packing { get; }

    /// <summary>Ours.</summary>
    internal IReadOnlyList<Package> Packages { get; }

    /// <summary>The version of all.</summary>
    public string Version => Packages[0].Version;

    /// <summary>A project of each template, built when it is first asked for.</summary>
    internal TemplateProjects Templates => _templates.Value;

    /// <summary>One of ours.</summary>
    internal Package this[string id] => Packages.Single(package => package.Id == id);

    /// <summary>A new folder for a project.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(Root, name)).FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void CopyDependencies(Package package)
    {
        foreach ((string id, string range) in package.Dependencies.Where(dependency => Packages.All(ours => ours.Id != dependency.Id)))
        {
            string version = range.Trim('[', ']').Split(',')[0]; // [4.14.0, 4.14.0] is exactly this one
            string file = $"{id}.{version}.nupkg".ToLowerInvariant();
            string source = Path.Combine(s_machine, id.ToLowerInvariant(), version, file);
            string copy = Path.Combine(Feed, file);
            if (File.Exists(source) && !File.Exists(copy)) // what older frameworks need was not restored
            {
                File.Copy(source, copy);
                CopyDependencies(Package.Read(copy));
            }
        }
    }

    /// <summary>Every restored version of a package, which the SDK chooses among by itself.</summary>
    private void CopyAll(string id)
    {
        DirectoryInfo folder = new(Path.Combine(s_machine, id));
        foreach (string file in folder.Exists ? Directory.GetFiles(folder.FullName, "*.nupkg", SearchOption.AllDirectories) : [])
        {
            File.Copy(file, Path.Combine(Feed, Path.GetFileName(file)));
        }
    }
}
