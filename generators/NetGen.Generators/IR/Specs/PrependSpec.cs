using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Steps of tagged values before those of a sequence.</summary>
internal sealed record PrependSpec(EquatableArray<string> Tags) : JoinSpec(Tags);
