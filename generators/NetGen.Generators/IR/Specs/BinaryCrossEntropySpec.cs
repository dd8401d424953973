using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Cross entropy of a sigmoid of each value.</summary>
internal sealed record BinaryCrossEntropySpec : LossSpec
{
    public override EquatableArray<string> Activations => new[] { "Sigmoid" };
}
