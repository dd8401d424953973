using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>Where tagged values and the gradients by them are handed out, and what is not planned where there are no other gradients.</content>
internal sealed partial class Lowering
{
    /// <summary>Where the way forward stands at a tagged value: hands it out, if it is what was asked for. A prediction stops there.</summary>
    private void LeaveTags(int node)
    {
        for (int i = 0; i < _tags.Count; i++)
        {
            if (_tags[i].Value != node)
            {
                continue;
            }

            if (!Training)
            {
                Leave(node, Plane(node), Value(node), Operand.Features with { ImageStep = _graph.Nodes[node].Output.Size }, Purpose.LeaveTag, i, Condition.WantsTag(i + 1), ends: true);
            }
            else if (Explains && _tags[i].HasGradient)
            {
                Leave(node, Plane(node), Value(node), Operand.Features, Purpose.LeaveTagValue, i, Condition.WantsTagValue(i + 1), ends: false);
            }
        }
    }

    /// <summary>Where the way back stands at a tagged value, whose gradient is whole: hands it out and stops, if it is what was asked for.</summary>
    private void LeaveTagGradients(int node)
    {
        for (int i = 0; i < _tags.Count && Explains; i++)
        {
            if (_tags[i].Value == node && _tags[i].HasGradient)
            {
                Leave(node, GradientPlane(node), Gradient(node), Operand.FeatureGradients, Purpose.LeaveTagGradient, i, Condition.WantsTag(i + 1), ends: true);
            }
        }
    }

    private void Leave(int node, Plane plane, Operand from, Operand to, Purpose purpose, int tag, Condition condition, bool ends) => _builder.Call(
        KernelCall.Of(Exchange.Leave(_graph.Nodes[node].Output, plane), new[] { from, to }, _graph.Nodes[node].For(purpose, tag), condition) with { Ends = ends });

    /// <summary>Whether the gradient by a node's value may be asked for.</summary>
    private bool HandsOutGradient(int node) => Explains && _tags.Any(t => t.HasGradient && t.Value == node);

    /// <summary>Whether only gradients by parameters would be made of what a call writes.</summary>
    private bool ServesParametersAlone(KernelCall call) => call.Operands
        .Where((operand, i) => call.Kernel.Ports[i].Direction != PortDirection.Read && operand.Kind != OperandKind.Work)
        .All(operand => operand.Kind == OperandKind.Buffer && _builder.RegionOf(operand) is Region.Shard or Region.Kept);
}
