using System.IO.Compression;
using System.Xml.Linq;

namespace NetGen.Packages.Tests;

/// <summary>What is in a package's file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Metadata">The manifest's <c>metadata</c>.</param>
/// <param name="Files">The names of what is in it, without the format's own.</param>
internal sealed record Package(string Path, XElement Metadata, IReadOnlyList<string> Files)
{
    public string Id => this["id"]!;

    public string Version => this["version"]!;

    /// <summary>What it depends on, of any framework.</summary>
    public IReadOnlyList<(string Id, string Version)> Dependencies =>
        [.. Metadata.Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => (e.Attribute("id")!.Value, e.Attribute("version")!.Value)).Distinct()];

    /// <summary>A text of the manifest, or nothing.</summary>
    public string? this[string name] => Metadata.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    public static Package Read(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        using Stream manifest = archive.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        string[] own = ["_rels/", "package/", "[Content_Types].xml"];
        return new Package(
            path,
            XDocument.Load(manifest).Root!.Elements().Single(e => e.Name.LocalName == "metadata"),
            [.. archive.Entries.Select(e => e.FullName).Where(name => !own.Any(name.StartsWith) && !name.EndsWith(".nuspec", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The bytes of a file in it.</summary>
    public byte[] Bytes(string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path);
        using Stream stream = (archive.GetEntry(name) ?? throw new InvalidOperationException($"{Path} has no {name}")).Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A text in it.</summary>
    public string Text(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name));
}
