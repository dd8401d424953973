using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Values one after the other by channels.</summary>
internal sealed record ConcatSpec(EquatableArray<string> Tags) : JoinSpec(Tags);
