using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Writes a register tile as a file.</summary>
internal static class TileEmitter
{
    public static string HintName(Tile tile) => HintNames.OfTile(tile.Isa.Name, tile.Name);

    /// <summary>Writes the file.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="checksOverflow">Whether the project checks arithmetic for overflow.</param>
    public static string Emit(Tile tile, bool checksOverflow = false)
    {
        CodeWriter code = new() { Unchecked = checksOverflow };
        FileHeader.Write(code, nullable: false);
        code.Line($"namespace {FileHeader.Namespace};").Line();
        // After the namespace's name and so inside it, so that no type and no alias of the project comes first.
        code.Line("using global::NetGen.Runtime;");
        code.Line("using global::System.Runtime.CompilerServices;");
        code.Line("using global::System.Runtime.Intrinsics;");
        code.Line("using global::System.Runtime.Intrinsics.X86;");
        code.Line();
        using (code.Braces("internal static unsafe partial class Tiles"))
        using (code.Braces($"internal static partial class {tile.Isa.Name}"))
        {
            tile.Emit(code);
        }

        return code.Finish();
    }
}
