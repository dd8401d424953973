using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// A register tile of one form: the innermost loops of kernels, in as many accumulators as the registers hold. It knows no layer's sizes,
/// which are its arguments, so one method serves all layers of an assembly.
/// </summary>
internal abstract record Tile(Isa Isa)
{
    private string? _method;

    /// <summary>What <c>with</c> copies, which is not the name: the copy has another.</summary>
    protected Tile(Tile original) => Isa = original.Isa;

    /// <summary>The method's name, unique among the form's tiles for the record's values.</summary>
    public abstract string Name { get; }

    /// <summary>How code calls it.</summary>
    public string Method => _method ??= $"Tiles.{Isa.Name}.{Name}";

    /// <summary>One sentence of intent, for the documentation comment.</summary>
    protected abstract string Summary { get; }

    /// <summary>The parameters, as C#.</summary>
    protected abstract string Parameters { get; }

    /// <summary>The name takes no part: it follows from the other fields.</summary>
    public virtual bool Equals(Tile? other) => other is not null && EqualityContract == other.EqualityContract && Equals(Isa, other.Isa);

    public override int GetHashCode() => (EqualityContract, Isa).GetHashCode();

    /// <summary>Writes the method.</summary>
    public void Emit(CodeWriter code)
    {
        code.Line($"/// <summary>{Summary}</summary>");
        code.Line(FileHeader.GeneratedCode);
        code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        using (code.Method($"public static void {Name}({Parameters})"))
        {
            EmitBody(code);
        }
    }

    /// <summary>Writes the statements between the braces.</summary>
    protected abstract void EmitBody(CodeWriter code);

    /// <summary>A number of things.</summary>
    protected static string Many(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
