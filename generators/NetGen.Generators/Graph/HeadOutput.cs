using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Graph;

/// <summary>An <c>[Output]</c> while the graph grows: its loss may still come.</summary>
/// <param name="path">The output's name, which no other of the model has.</param>
/// <param name="weight">What its loss is multiplied with.</param>
/// <param name="value">The node whose value it is.</param>
/// <param name="declaration">The attribute.</param>
/// <param name="hasTargets">Whether it has targets of its own.</param>
internal sealed class HeadOutput(string path, float weight, int value, LayerDeclaration declaration, bool hasTargets)
{
    private (string Op, LossSpec Spec, EquatableArray<int> Inputs, string Name, string Title, int Layer)? _own;

    public string Path => path;

    public int Value => value;

    public LayerDeclaration Declaration => declaration;

    public bool HasTargets => hasTargets;

    /// <summary>Whether a loss is written directly after it.</summary>
    public bool HasOwnLoss => _own is not null;

    /// <summary>Its loss: its own, or the model's.</summary>
    public (string Op, LossSpec Spec) LossOr(Node main) => _own is { } own ? (own.Op, own.Spec) : (main.Op, (LossSpec)main.Spec);

    /// <summary>What its own loss reads; empty where it has none.</summary>
    public EquatableArray<int> LossInputs => _own?.Inputs ?? EquatableArray<int>.Empty;

    /// <summary>Gives it the loss that is written directly after it.</summary>
    /// <param name="op">The loss.</param>
    /// <param name="spec">What it was told.</param>
    /// <param name="inputs">What it reads: the output's value first.</param>
    /// <param name="loss">Its attribute.</param>
    public void SetLoss(string op, LossSpec spec, EquatableArray<int> inputs, LayerDeclaration loss) =>
        _own = (op, spec, inputs, loss.Name ?? op.ToLowerInvariant(), $"{declaration.Text}, {loss.Text}", loss.Index);

    /// <summary>The output as one that predictions compute.</summary>
    public NamedOutput ToOutput() => new(path, Labels.OfName(path), value);

    /// <summary>The output with its loss as a node: its own, or else one like the model's.</summary>
    public Head ToHead(int id, Node main)
    {
        (string op, LossSpec spec, EquatableArray<int> inputs, string name, string title, int layer) =
            _own ?? (main.Op, (LossSpec)main.Spec, main.Inputs, main.Op.ToLowerInvariant(), declaration.Text, declaration.Index);
        return new Head(path, weight, new Node(id, op, spec, inputs.Select((input, i) => i == 0 ? value : input).ToEquatableArray(), $"{path}.{name}", $"{Labels.OfName(path)}_{Labels.OfName(name)}", title, layer), declaration.Index)
        {
            HasOwnLoss = _own is not null,
            HasTargets = hasTargets,
        };
    }
}
