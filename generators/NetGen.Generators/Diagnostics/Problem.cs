namespace NetGen.Generators;

/// <summary>A diagnostic without its place: the rule, the layer it belongs to and the values in its message.</summary>
/// <param name="Id">Such as <c>NG0026</c>; see <c>Rules</c>.</param>
/// <param name="Layer">The attribute's index, or -1 for the class itself.</param>
/// <param name="Arguments">What the message's placeholders stand for.</param>
internal sealed record Problem(string Id, int Layer, EquatableArray<string> Arguments);
