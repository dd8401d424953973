using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The sum of values.</summary>
internal sealed record AddSpec(EquatableArray<string> Tags) : JoinSpec(Tags);
