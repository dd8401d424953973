using NetGen.Generators.IR;

namespace NetGen.Generators.Graph;

/// <summary>Stands for a layer that is not known: C# refuses it, or its block is in error. A network with such a one is never finished.</summary>
internal sealed record UnknownSpec : Spec;
