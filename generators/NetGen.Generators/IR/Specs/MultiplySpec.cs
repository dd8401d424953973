using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The product of values.</summary>
internal sealed record MultiplySpec(EquatableArray<string> Tags) : JoinSpec(Tags);
