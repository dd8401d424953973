namespace TransferWeights.Onnx;

/// <summary>A tensor of floats in an ONNX file.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Shape">The sizes of its dimensions.</param>
/// <param name="Values">Its values, the last dimension's next to each other.</param>
internal sealed record OnnxTensor(string Name, int[] Shape, float[] Values);
