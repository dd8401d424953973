using NetGen.Images;
using NetGen.Tests.Weights;

namespace Classify.Tests;

/// <summary>A folder with folders of pictures of 96×96 pixels, and room for a training's files; removed with the test.</summary>
internal sealed class PictureTree : IDisposable
{
    private const int Side = 96;

    private readonly TempFolder _folder = new();

    public string Data => this["data"];

    public string Out => this["out"];

    public string this[string name] => Path.Combine([_folder.Root, .. name.Split('/')]);

    /// <summary>Ten pictures of each of two classes: dark ones and bright ones.</summary>
    public static PictureTree DarkAndBright()
    {
        PictureTree tree = new();
        for (int i = 0; i < 10; i++)
        {
            tree.Add($"data/bright/{i}.png", (byte)(200 + i));
            tree.Add($"data/dark/{i}.png", (byte)(20 + i));
        }

        return tree;
    }

    /// <summary>Adds a picture of one grey.</summary>
    public string Add(string name, byte grey, int side = Side)
    {
        byte[] bytes = new byte[3 * side * side];
        bytes.AsSpan().Fill(grey);
        return Write(name, Picture.FromBytes([3, side, side], bytes).EncodePng());
    }

    public string Write(string name, byte[] bytes)
    {
        string path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The names of the training's files, hidden ones among them.</summary>
    public string[] OutNames() => [.. new DirectoryInfo(Out).EnumerateFiles("*", new EnumerationOptions { AttributesToSkip = 0 }).Select(f => f.Name).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();
}
