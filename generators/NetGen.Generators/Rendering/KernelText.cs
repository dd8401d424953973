using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Writes what each form of a kernel does, over the names of its parameters (<see cref="ParameterText"/>). A port with a plane points at the first pixel
/// inside the border of the chunk's first image, and <c>count</c> says how many images follow; over a whole batch, of the first chunk's first image, from which
/// <c>images</c> says where the others lie.
/// </summary>
internal abstract class KernelText(Kernel kernel)
{
    /// <summary>What is written.</summary>
    public Kernel Kernel { get; } = kernel;

    /// <summary>What the sizes mean, or how the planes lie, for the documentation comment; empty where the summary says it.</summary>
    public virtual string Remarks => "";

    /// <summary>One sentence of intent, for the documentation comment.</summary>
    public abstract string Summary { get; }

    /// <summary>The register tiles that its forms call, any of them more than once.</summary>
    public virtual IEnumerable<Tile> SharedTiles => [];

    /// <summary>
    /// Writes the body of one form (the statements between the braces). Helper methods of the form go to <paramref name="helpers"/>;
    /// their names start with <paramref name="method"/>, the name of the form's method.
    /// </summary>
    public abstract void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers);

    /// <summary>Writes what all forms use, beside their methods.</summary>
    public virtual void EmitShared(CodeWriter code)
    {
    }
}
