using NetGen.Tests;
using Shouldly;
using Xunit.Abstractions;

namespace NetGen.Generators.Tests.Architecture;

/// <summary>
/// The rooms' doors, checked on the compiled generator. This prints the matrix of references between them:
/// <code>dotnet test -c Release tests/NetGen.Generators.Tests --filter Architecture --logger "console;verbosity=detailed"</code>
/// </summary>
public sealed class RoomsTests(ITestOutputHelper output)
{
    private static readonly Rooms s_rooms = Rooms.Read();

    [Fact]
    public void Rooms_AreThoseOfTheOrder() => s_rooms.Names.Order(StringComparer.Ordinal).ShouldBe(Rooms.Order.Order(StringComparer.Ordinal));

    [Fact]
    public void NoReference_RunsBackwards() => s_rooms.Backward().ShouldBeEmpty();

    /// <summary>The records and the planning hold no text: nothing in them writes any.</summary>
    [Theory]
    [InlineData("IR")]
    [InlineData("Planning")]
    public void NoTextWriter_IsReferredTo(string room) =>
        s_rooms.References.Where(t => Rooms.RoomOf(t.Key) == room).SelectMany(t => t.Value).Where(r => Rooms.RoomOf(r) is "Text" or "Rendering" or "Emission").ShouldBeEmpty();

    /// <summary>The map says what is so; when it does not, take the marks from here.</summary>
    [Fact]
    public void Map_HasTheMatrix()
    {
        output.WriteLine(s_rooms.Matrix());

        File.ReadAllText(Repository.PathOf("ARCHITECTURE.md")).ShouldContain(s_rooms.Marks(), customMessage: s_rooms.Marks());
    }

    /// <summary>Files stand in the folder of their room.</summary>
    [Fact]
    public void Folders_AreTheRooms()
    {
        string folder = Repository.PathOf("generators/NetGen.Generators");
        foreach (string file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            string[] parts = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar);
            if (parts[0] is "obj" or "bin")
            {
                continue;
            }

            string expected = parts.Length == 1 ? "namespace NetGen.Generators;" : $"namespace NetGen.Generators.{parts[0]};";
            string text = File.ReadAllText(file);
            (text.Contains(expected, StringComparison.Ordinal) || text.Contains("namespace System.", StringComparison.Ordinal)).ShouldBeTrue(file);
        }
    }
}
