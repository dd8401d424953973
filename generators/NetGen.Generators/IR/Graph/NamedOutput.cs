namespace NetGen.Generators.IR;

/// <summary>An output besides the model's own that predictions compute as well: one with targets of its own, or any of a model without a loss.</summary>
/// <param name="Name">What users call it.</param>
/// <param name="Label">What the generated code calls it.</param>
/// <param name="Value">The node whose value it is.</param>
internal readonly record struct NamedOutput(string Name, string Label, int Value);
