namespace NetGen.Generators.IR;

/// <summary>A value with a tag.</summary>
/// <param name="Name">The tag.</param>
/// <param name="Value">The node that makes it.</param>
/// <param name="HasGradient">Whether users may ask for the gradient of outputs by it.</param>
internal readonly record struct TaggedValue(string Name, int Value, bool HasGradient = false);
