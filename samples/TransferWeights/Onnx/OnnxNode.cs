namespace TransferWeights.Onnx;

/// <summary>An operator of an ONNX graph. Of its attributes, those that decide whether a network here computes the same.</summary>
internal sealed record OnnxNode
{
    public string Op { get; set; } = "";

    public List<string> Inputs { get; } = [];

    public List<string> Outputs { get; } = [];

    /// <summary>Whole numbers by the attribute's name: pads, strides.</summary>
    public Dictionary<string, long[]> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>Floats by the attribute's name: epsilon.</summary>
    public Dictionary<string, float> Floats { get; } = new(StringComparer.Ordinal);

    public override string ToString() => $"{Op} of {string.Join(", ", Inputs)}";
}
