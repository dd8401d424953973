using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>Infers the output of one op, its parameters and its cost, and reports what does not fit.</summary>
internal abstract class ShapeRule
{
    /// <summary>The kinds of shapes that it takes. An input of another kind is refused before <see cref="Infer"/> is asked.</summary>
    public abstract ShapeKinds Takes { get; }

    /// <summary>The kinds that one of several inputs may have: <see cref="Takes"/>, unless the inputs mean different things.</summary>
    public virtual ShapeKinds TakesAt(int input) => Takes;

    /// <summary>
    /// The output's shape. What does not fit is reported; the shape is then the one that the layer has once that is put right, or null where this is open.
    /// </summary>
    public abstract Shape? Infer(ShapeContext context);

    /// <summary>The output's shape where it is the same for any input that fits; null where the input has a say in it.</summary>
    public virtual Shape? OutputOfAny(Spec spec) => null;

    /// <summary>
    /// The kind of the output, for inputs of kinds that may not all be known; null where it is open. By default that of the input, and for an op that takes
    /// one kind alone, that.
    /// </summary>
    public virtual ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) =>
        inputs[0] ?? (Takes is ShapeKinds.Image or ShapeKinds.Vector ? Takes : null);

    /// <summary>Whether a step of a sequence that it makes depends on the same step of its inputs alone.</summary>
    public virtual bool WorksOnEachStep => false;

    /// <summary>The same for an op where its settings have a say in it.</summary>
    public virtual bool IsOfEachStep(Spec spec) => WorksOnEachStep;

    /// <summary>What is known of the output where not all inputs are.</summary>
    public virtual ShapeGuess Guess(Spec spec, IReadOnlyList<ShapeGuess> inputs) =>
        OutputOfAny(spec) is { } output ? ShapeGuess.Of(output) : ShapeGuess.OfKind(KindOf(spec, ShapeGuess.Kinds(inputs)));

    /// <summary>The argument that alone, beside the input, says how large the parameters are; null where several do.</summary>
    public virtual string? SizedBy => null;

    /// <summary>The parameters and buffers, for inputs that fit.</summary>
    public virtual EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs) => EquatableArray<ParameterDeclaration>.Empty;

    /// <summary>Multiplications with addition for one image.</summary>
    public virtual long Macs(Node node, EquatableArray<Shape> inputs, Shape output) => 0;
}
