namespace NetGen.Generators.Graph;

/// <summary>What a layer or a use of a block is called.</summary>
/// <param name="Path">In tables, messages and weight files: <c>resblock1.conv2</c>.</param>
/// <param name="Label">In the generated code: <c>RB1_Conv2</c>.</param>
/// <param name="Owner">The path of the layer or block whose parameters it reads; its own where it shares none.</param>
internal readonly record struct LayerName(string Path, string Label, string Owner);
