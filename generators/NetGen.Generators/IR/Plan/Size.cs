namespace NetGen.Generators.IR;

/// <summary>A size that a call hands to a kernel whose body is the same for all.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">What a layer calls it with.</param>
internal readonly record struct Size(string Name, long Value);
