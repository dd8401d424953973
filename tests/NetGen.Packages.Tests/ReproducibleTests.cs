using NetGen.Tests;
using Shouldly;

namespace NetGen.Packages.Tests;

/// <summary>The same sources give the same assemblies, in whatever folder.</summary>
[Collection(PackagesCollection.Name)]
public sealed class ReproducibleTests(PackageFeed feed)
{
    /// <summary>Builds four of them once more, from the same commit in another folder, and compares byte by byte: code, symbols' identity, version.</summary>
    [ReleaseFact]
    public void AnotherFolder_GivesTheSameAssemblies()
    {
        string copy = Directory.CreateTempSubdirectory("netgen-again-").FullName;
        try
        {
            CopySources(copy);
            Command.Dotnet(copy, "build", "src/NetGen.Reports", "-c", "Release", "-nologo", "-v", "q").Succeeded();

            Same(feed["NetGen"], "analyzers/dotnet/cs/NetGen.Generators.dll", "generators/NetGen.Generators/bin/Release/netstandard2.0/NetGen.Generators.dll");
            Same(feed["NetGen"], "lib/net10.0/NetGen.dll", "src/NetGen/bin/Release/net10.0/NetGen.dll");
            Same(feed["NetGen.Images"], "lib/net10.0/NetGen.Images.dll", "src/NetGen.Images/bin/Release/net10.0/NetGen.Images.dll");
            Same(feed["NetGen.Reports"], "lib/net10.0/NetGen.Reports.dll", "src/NetGen.Reports/bin/Release/net10.0/NetGen.Reports.dll");
        }
        finally
        {
            // Git makes its objects read-only.
            foreach (FileInfo file in new DirectoryInfo(copy).EnumerateFiles("*", SearchOption.AllDirectories))
            {
                file.Attributes = FileAttributes.Normal;
            }

            Directory.Delete(copy, recursive: true);
        }

        void Same(Package package, string packed, string built) =>
            package.Bytes(packed).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(copy, built))).ShouldBeTrue($"{packed} differs from another build's");
    }

    /// <summary>The files as they are now, in a work tree of the same commit and the same remote where there is one: assemblies tell the commit, and symbols where its sources are.</summary>
    private static void CopySources(string folder)
    {
        string root = Repository.PathOf("");
        bool git = Path.Exists(Path.Combine(root, ".git"));
        if (git)
        {
            Command.Run("git", root, "clone", "-q", "--shared", "--no-checkout", root, folder).Succeeded();
            Command remote = Command.Run("git", root, "remote", "get-url", "origin");
            Command.Run("git", folder, remote.ExitCode == 0 ? ["remote", "set-url", "origin", remote.Output.Trim()] : ["remote", "remove", "origin"]).Succeeded();
        }

        IEnumerable<string> files = Directory.GetFiles(root).Concat(Sources(Path.Combine(root, "src"))).Concat(Sources(Path.Combine(root, "generators")));
        foreach (string file in files.Where(file => Path.GetFileName(file) != ".git"))
        {
            string to = Path.Combine(folder, Path.GetRelativePath(root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    private static IEnumerable<string> Sources(string folder) =>
        Path.GetFileName(folder) is "bin" or "obj" ? [] : Directory.GetFiles(folder).Concat(Directory.GetDirectories(folder).SelectMany(Sources));
}
