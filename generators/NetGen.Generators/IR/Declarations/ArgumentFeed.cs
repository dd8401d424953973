namespace NetGen.Generators.IR;

/// <summary>Which argument of the model's attribute an argument of a layer in a block got its value from.</summary>
/// <param name="Argument">The layer's argument.</param>
/// <param name="Source">The argument of the attribute on the model, which alone the user sees.</param>
internal readonly record struct ArgumentFeed(string Argument, string Source);
