using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using NetGen.Tests;
using Shouldly;

namespace NetGen.Packages.Tests;

/// <summary>What is in the packages' files.</summary>
[Collection(PackagesCollection.Name)]
public sealed partial class ContentTests(PackageFeed feed)
{
    private const int IconSide = 128;

    /// <summary>A project of <c>src</c> is a package, and nothing else is one.</summary>
    [Fact]
    public void EveryProjectOfSrc_IsPacked()
    {
        string[] projects = [.. Directory.GetDirectories(Repository.PathOf("src")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

        feed.Packages.Select(package => package.Id).ShouldBe(projects);
        ((string[])["NetGen", "NetGen.Distributed", "NetGen.Images", "NetGen.Reports", "NetGen.Templates", "NetGen.TensorBoard", "NetGen.Testing", "NetGen.Zoo"]).ShouldBeSubsetOf(projects);
        feed.Packing.Problems().ShouldBeEmpty();
    }

    [Fact]
    public void EveryPackage_TellsWhatItIs()
    {
        foreach (Package package in feed.Packages)
        {
            package.Version.ShouldBe(feed.Version, package.Id);
            package["authors"].ShouldBe("The NetGen authors", package.Id);
            package["license"].ShouldBe("MIT", package.Id);
            package["description"].ShouldNotBeNullOrWhiteSpace(package.Id);
            package["description"].ShouldNotBe("Package Description", package.Id);
            package["tags"].ShouldNotBeNullOrWhiteSpace(package.Id);
            package["readme"].ShouldBe("README.md", package.Id);
            package["icon"].ShouldBe("icon.png", package.Id);

            package.Text("README.md").ShouldStartWith($"# {package.Id}\n");
            LinkIntoRepository().IsMatch(package.Text("README.md")).ShouldBeFalse(package.Id);
            byte[] icon = package.Bytes("icon.png");
            icon.Length.ShouldBeLessThan(8 * 1024);
            BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)).ShouldBe(IconSide);
            BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)).ShouldBe(IconSide);
        }
    }

    /// <summary>A place that nobody else can reach (a folder, a file's address) is none to publish.</summary>
    [Fact]
    public void Repository_IsOneThatOthersReach()
    {
        foreach (Package package in feed.Packages)
        {
            string? address = package.Metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "repository")?.Attribute("url")?.Value;
            (address is null || address.StartsWith("https://", StringComparison.Ordinal)).ShouldBeTrue($"{package.Id}: {address}");
        }
    }

    /// <summary>Whoever asks for one alone gets NetGen with its generator and the properties that it needs.</summary>
    [Fact]
    public void EveryLibrary_BringsNetGen()
    {
        foreach (Package package in feed.Packages.Where(package => package.Id is not ("NetGen" or "NetGen.Templates")))
        {
            // Once for each framework.
            System.Xml.Linq.XElement[] dependencies = [.. package.Metadata.Descendants().Where(e => e.Name.LocalName == "dependency" && e.Attribute("id")!.Value == "NetGen")];
            dependencies.Length.ShouldBe(package.Files.Where(name => name.StartsWith("lib/", StringComparison.Ordinal)).Select(name => name.Split('/')[1]).Distinct().Count(), package.Id);
            dependencies.ShouldAllBe(d => d.Attribute("version")!.Value == feed.Version && d.Attribute("exclude") == null, package.Id);
            package.Dependencies.ShouldNotContain(d => d.Id == "NetGen.Generators");
        }

        feed["NetGen"].Dependencies.ShouldBeEmpty();
        feed["NetGen.Templates"].Dependencies.ShouldBeEmpty();
    }

    [Fact]
    public void NetGen_HoldsLibraryGeneratorAndPages()
    {
        IReadOnlyList<string> files = feed["NetGen"].Files;

        string[] expected =
        [
            "analyzers/dotnet/cs/NetGen.Generators.dll", "buildTransitive/net9.0/NetGen.props", "docs/NG0001.md",
            "lib/net10.0/NetGen.dll", "lib/net10.0/NetGen.xml", "lib/net9.0/NetGen.dll", "lib/net9.0/NetGen.xml",
        ];
        expected.ShouldBeSubsetOf(files);

        // What stands in a folder for all frameworks makes the package seem to fit all.
        files.ShouldNotContain(name => ForEveryFramework().IsMatch(name));
    }

    /// <summary>NetGen.Testing runs the generator as a library.</summary>
    [Fact]
    public void Testing_BringsTheGenerator() => feed["NetGen.Testing"].Files.ShouldContain("lib/net9.0/NetGen.Generators.dll");

    /// <summary>Every library's assembly has its documentation beside it and its symbols in the package of symbols; these name no folder of this machine.</summary>
    [Fact]
    public void EveryAssembly_HasDocumentationAndSymbols()
    {
        foreach (Package package in feed.Packages.Where(package => package.Id != "NetGen.Templates"))
        {
            Package symbols = Package.Read(Path.ChangeExtension(package.Path, ".snupkg"));
            string[] assemblies = [.. package.Files.Where(name => name.StartsWith("lib/", StringComparison.Ordinal) && name.EndsWith("/" + package.Id + ".dll", StringComparison.Ordinal))];
            assemblies.ShouldNotBeEmpty(package.Id);
            foreach (string assembly in assemblies)
            {
                package.Files.ShouldContain(Path.ChangeExtension(assembly, ".xml"));
                Documents(symbols.Bytes(Path.ChangeExtension(assembly, ".pdb"))).ShouldNotBeEmpty(assembly);
                if (PackageFeed.Configuration == "Release")
                {
                    Documents(symbols.Bytes(Path.ChangeExtension(assembly, ".pdb"))).ShouldAllBe(name => name.StartsWith("/_"));
                }
            }
        }

        Directory.GetFiles(feed.Feed, "*.snupkg").Length.ShouldBe(feed.Packages.Count - 1); // templates have no assembly
    }

    private static string[] Documents(byte[] symbols)
    {
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        MetadataReader reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))];
    }

    [GeneratedRegex(@"\]\((\.|[a-z]+/)")]
    private static partial Regex LinkIntoRepository();

    [GeneratedRegex("^(build|buildTransitive|lib)/[^/]*$")]
    private static partial Regex ForEveryFramework();
}
