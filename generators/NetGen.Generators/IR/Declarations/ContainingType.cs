namespace NetGen.Generators.IR;

/// <summary>A type around a model, outermost first.</summary>
internal readonly record struct ContainingType(string Keyword, string Name);
