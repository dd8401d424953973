using NetGen.Images.Tests.Support;
using Shouldly;

namespace NetGen.Images.Tests.Folders;

public sealed class ImageFilesTests : IDisposable
{
    private readonly ClassTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Pictures_AreListedInOrder()
    {
        foreach (string name in (string[])["b.Jpeg", "a.TIF", "C.webp", "x.txt", ".y.png", "png", "in/d.bmp", "in/e.gif"])
        {
            _tree.Add(name, [1]);
        }

        ImageFiles.Find(_tree.Root).ShouldBe(new[] { "C.webp", "a.TIF", "b.Jpeg", "in/d.bmp", "in/e.gif" }.Select(_tree.PathOf));
    }

    [Fact]
    public void EmptyFolder_HasNone() => ImageFiles.Find(_tree.Root).ShouldBeEmpty();

    [Fact]
    public void AbsentFolder_IsNamed() =>
        Should.Throw<DirectoryNotFoundException>(() => ImageFiles.Find(_tree.PathOf("absent"))).Message.ShouldContain("absent");
}
