using NetGen.Tests.Weights;
using Shouldly;
using Transfer;
using TransferWeights.Onnx;

namespace NetGen.Samples.Tests;

/// <summary>The sample's network with the package's weights, against what ONNX Runtime 1.30 computes with the package's own file.</summary>
public sealed class PretrainedFeatureTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FeaturizerFact]
    public void Features_AreThoseOfOnnxRuntime()
    {
        SafetensorsFile.Write(_folder["weights"], ResNetLayers.Of(OnnxFile.Read(FeaturizerFactAttribute.ModelPath)));
        using AntsAndBees net = new(1);

        LoadResult result = net.LoadMatching(_folder["weights"]);

        result.Missing.ShouldBe(["head.weight", "head.bias"]);
        (result.Loaded.Count, result.Different.Count, result.Unexpected.Count).ShouldBe((110, 0, 0));
        string references = SharedDataFactAttribute.Find(FeaturizerFactAttribute.References)!;
        float[] expected = SafetensorsFile.Read(Path.Combine(references, "outputs.safetensors")).Tensors["Pooling395_Output_0"].ToFloats();
        float[] features = new float[expected.Length];
        net.Features("features", RedFirst(SafetensorsFile.Read(Path.Combine(references, "inputs.safetensors")).Tensors["Input247"].ToFloats()), features);

        // Values go up to 12.5; ONNX Runtime with its optimisations differs from itself without them by 5.2e-6.
        features.ShouldBe(expected, 5e-5);
    }

    /// <summary>The reference input has the channels blue, green, red.</summary>
    private static float[] RedFirst(float[] image)
    {
        int plane = image.Length / 3;
        return [.. image[(2 * plane)..], .. image[plane..(2 * plane)], .. image[..plane]];
    }
}
