namespace NetGen.Generators.IR;

/// <summary>A value with a tag.</summary>
/// <param name="Name">The tag.</param>
/// <param name="Value">The node that makes it.</param>
internal readonly record struct TaggedValue(string Name, int Value);
