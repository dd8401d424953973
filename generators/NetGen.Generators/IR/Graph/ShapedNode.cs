using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A node with its shapes, parameters and cost for one image.</summary>
internal sealed record ShapedNode(Node Node, EquatableArray<Shape> Inputs, Shape Output, EquatableArray<ParameterDeclaration> Parameters, long Macs)
{
    public int Id => Node.Id;

    /// <summary>The layer's own name, the last part of its path.</summary>
    public string Name => Node.Name;

    public bool IsInput => Node.IsInput;

    /// <summary>The inputs by which the output has a gradient.</summary>
    public IEnumerable<int> GradientInputs => Node.Inputs.Where((_, i) => Node.Spec.PassesGradientTo(i));

    /// <summary>The node that says how many of its steps a sequence has; null where each has all.</summary>
    public int? LengthsNode => Node.Spec.LengthsInput is { } input ? Node.Inputs[input] : null;

    public T Spec<T>()
        where T : Spec => (T)Node.Spec;
}
