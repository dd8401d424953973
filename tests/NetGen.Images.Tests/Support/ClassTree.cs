using NetGen.Tests.Weights;

namespace NetGen.Images.Tests.Support;

/// <summary>A folder with folders of pictures, removed with the test.</summary>
internal sealed class ClassTree : IDisposable
{
    private readonly TempFolder _folder = new();

    public string Root => _folder.Root;

    /// <summary>Three files in two classes, each of one colour; red tells them apart: 10 and 20 in ants, 30 in bees.</summary>
    public static ClassTree AntsAndBees()
    {
        ClassTree tree = new();
        tree.Add("ants/1.png", 10);
        tree.Add("ants/2.png", 20);
        tree.Add("bees/1.png", 30);
        return tree;
    }

    public string PathOf(string name) => Path.Combine([Root, .. name.Split('/')]);

    /// <summary>Adds a picture of 4×4 pixels.</summary>
    public string Add(string name, byte red) => Add(name, Encoded.Plain(4, 4, red, 0, 255));

    public string Add(string name, byte[] bytes)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => _folder.Dispose();
}
