using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>Where gradients by values lie, and how the parts that several readers make of one add up.</content>
internal sealed partial class Lowering
{
    /// <summary>The gradient of the loss by the node's output.</summary>
    public Operand Gradient(int node)
    {
        int owner = _layout.GradientOwner(node);
        _gradientBuffers[owner] ??= _builder.AddPlane(owner, NameOf(owner), BufferRole.Gradient, GradientPlane(owner));
        return PlanBuilder.Operand(_gradientBuffers[owner]!.Value);
    }

    /// <summary>
    /// Where to write the gradient by an input. A value read several times sums what its readers write: the first writes in place, the others beside
    /// it, and an addition follows by itself; the last part waits for who reads the gradient, which may add it itself (<see cref="TakePart"/>). Null where the
    /// gradient is already there, because input and output share its memory.
    /// </summary>
    public GradientTarget? Target(ShapedNode node, int input)
    {
        int source = node.Node.Inputs[input];
        int owner = _layout.GradientOwner(source);
        if (node.Node.Spec is not LossSpec && owner == _layout.GradientOwner(node.Id))
        {
            _gradientWritten.Add(owner);
            return null;
        }

        return TargetOf(source, node.Node.Label);
    }

    /// <summary>Where to write a part of the gradient by a value, which is all of it where it is the first.</summary>
    /// <param name="source">The value.</param>
    /// <param name="reader">What the generated code calls whose part it is.</param>
    private GradientTarget TargetOf(int source, string reader)
    {
        int owner = _layout.GradientOwner(source);
        Condition condition = WhenWanted(source);
        Plane plane = GradientPlane(source);
        if (_gradientWritten.Add(owner))
        {
            return new GradientTarget(plane, Gradient(source), condition);
        }

        if (_parts.TryGetValue(owner, out GradientPart before) && before.Condition != Condition.Never)
        {
            _builder.After(Adding(before, source));
        }

        Operand operand = PlanBuilder.Operand(_builder.AddPlane(source, NameOf(source), BufferRole.GradientFrom, plane, reader));
        _parts[owner] = new GradientPart(plane, operand, condition);
        return new GradientTarget(plane, operand, condition);
    }

    /// <summary>
    /// Lets a value that others read as well have the node's own gradient for a part of its own, without a copy; not where that is changed before the value's is
    /// complete, or other parts wait already.
    /// </summary>
    public bool LendGradient(ShapedNode node, int input)
    {
        int source = node.Node.Inputs[input];
        int owner = _layout.GradientOwner(source);
        if (owner == _layout.GradientOwner(node.Id) || !_layout.KeepsGradient(node.Id) || _gradientWritten.Contains(owner) || _parts.ContainsKey(owner) || _gradients.Readers[source] < 2)
        {
            return false;
        }

        _parts.Add(owner, new GradientPart(GradientPlane(node.Id), Gradient(node.Id), WhenWanted(source)));
        return true;
    }

    /// <summary>The part of the node's gradient that its op has to add, or none.</summary>
    public GradientPart? TakePart(ShapedNode node)
    {
        int owner = _layout.GradientOwner(node.Id);
        if (!_parts.TryGetValue(owner, out GradientPart part))
        {
            return null;
        }

        _parts.Remove(owner);
        return part;
    }

    /// <summary>Makes the gradient by the node's value whole, unless its op does so itself.</summary>
    private void AddPart(ShapedNode node)
    {
        int owner = _layout.GradientOwner(node.Id);
        if (_parts.TryGetValue(owner, out GradientPart part) && (node.IsInput || !_choice[node.Id].AddsParts || IsMaskedByProducer(node) || !_gradientWritten.Contains(owner) || HandsOutGradient(node.Id)))
        {
            _parts.Remove(owner);
            Add(_gradientWritten.Add(owner)
                ? KernelCall.Of(new CopyKernel(part.Plane, GradientPlane(node.Id)), new[] { part.Operand, Gradient(node.Id) }, node.For(Purpose.GradientsAddUp), part.Condition)
                : Adding(part, node.Id));
        }
    }

    /// <summary>Makes the gradient by the node's value zero, where all that read it only look where others go (<see cref="Spec.PassesGradientTo"/>).</summary>
    private void ClearUnwritten(ShapedNode node)
    {
        Condition condition = WhenWanted(node.Id);
        if (condition != Condition.Never && _gradientWritten.Add(_layout.GradientOwner(node.Id)))
        {
            Add(KernelCall.Of(new ClearPixelsKernel(GradientPlane(node.Id)), new[] { Gradient(node.Id) }, node.For(Purpose.NoGradient), condition));
        }
    }

    private KernelCall Adding(GradientPart part, int value) => KernelCall.Of(
        new AccumulateKernel(part.Plane, GradientPlane(value)),
        new[] { part.Operand, Gradient(value) },
        _graph.Nodes[value].For(Purpose.GradientsAddUp),
        part.Condition);

    /// <summary>Whether the node is an activation whose gradient its producer applies (<see cref="OpLowering.MasksGradient"/>).</summary>
    private bool IsMaskedByProducer(ShapedNode node) => !node.IsInput && _layout.IsMasked(node.Id);
}
