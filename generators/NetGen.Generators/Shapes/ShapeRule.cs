using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>Infers the output of one op, its parameters and its cost, and reports what does not fit.</summary>
internal abstract class ShapeRule
{
    /// <summary>The kinds of shapes that it takes. An input of another kind is refused before <see cref="Infer"/> is asked.</summary>
    public abstract ShapeKinds Takes { get; }

    /// <summary>The output's shape, or null after a report of what does not fit.</summary>
    public abstract Shape? Infer(ShapeContext context);

    /// <summary>The output's shape where it is the same for any input that fits; null where the input has a say in it.</summary>
    public virtual Shape? OutputOfAny(Spec spec) => null;

    /// <summary>The parameters and buffers, for inputs that fit.</summary>
    public virtual EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs) => EquatableArray<ParameterDeclaration>.Empty;

    /// <summary>Multiplications with addition for one image.</summary>
    public virtual long Macs(Node node, EquatableArray<Shape> inputs, Shape output) => 0;
}
