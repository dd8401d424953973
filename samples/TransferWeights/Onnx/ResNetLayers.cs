using NetGen;
using Samples;

namespace TransferWeights.Onnx;

/// <summary>The layers of the featurizer's ResNet-18 under the paths of <c>samples/Transfer</c>'s network.</summary>
internal static class ResNetLayers
{
    /// <summary>What the network's batch norms add to variances; NetGen's default.</summary>
    private const float Epsilon = 1e-5f;

    /// <summary>
    /// Nine blocks, of which the third, fifth and seventh halve the image. The published network has eight; the last stage here has three. Where a block has a third convolution, the file
    /// has that first.
    /// </summary>
    private static readonly string[] s_order =
    [
        "1",
        .. Enumerable.Range(1, 9).SelectMany(block => block is 3 or 5 or 7 ? (int[])[3, 1, 2] : [1, 2], (block, layer) => FormattableString.Invariant($"basicblock{block}.{layer}")),
    ];

    /// <summary>Finds each convolution with its batch norm.</summary>
    /// <param name="file">The featurizer's file.</param>
    /// <returns>Tensors by path. The first convolution reads red, green, blue, in the file blue, green, red.</returns>
    /// <exception cref="InputException">It is another network's file.</exception>
    public static IReadOnlyList<SafetensorsTensor> Of(OnnxFile file)
    {
        OnnxNode[] convolutions = [.. file.Nodes.Where(n => n.Op == "Conv")];
        if (convolutions.Length != s_order.Length)
        {
            throw new InputException(FormattableString.Invariant($"expected ResNet-18 of {s_order.Length} convolutions, actual {convolutions.Length}"));
        }

        List<SafetensorsTensor> tensors = [];
        foreach ((string place, OnnxNode convolution) in s_order.Zip(convolutions))
        {
            string scope = place[..(place.LastIndexOf('.') + 1)];
            string number = place[scope.Length..];
            OnnxTensor weight = Tensor(file, convolution, 1);
            tensors.Add(Named($"{scope}conv{number}.weight", place == "1" ? WithChannelsTurned(weight) : weight));
            OnnxNode norm = file.Nodes.Find(n => n.Op == "BatchNormalization" && n.Inputs[0] == convolution.Outputs[0])
                ?? throw new InputException($"expected a batch norm after {convolution}, actual none");
            if (norm.Floats.GetValueOrDefault("epsilon", Epsilon) is var epsilon && epsilon != Epsilon)
            {
                throw new InputException(FormattableString.Invariant($"{norm}: expected an epsilon of {Epsilon}, actual {epsilon}"));
            }

            foreach ((int input, string leaf) in (ReadOnlySpan<(int, string)>)[(1, "weight"), (2, "bias"), (3, "running_mean"), (4, "running_var")])
            {
                tensors.Add(Named($"{scope}batchnorm{number}.{leaf}", Tensor(file, norm, input)));
            }
        }

        return tensors;
    }

    private static OnnxTensor Tensor(OnnxFile file, OnnxNode node, int input) =>
        node.Inputs.Count > input && file.Tensors.TryGetValue(node.Inputs[input], out OnnxTensor? tensor)
            ? tensor
            : throw new InputException(FormattableString.Invariant($"{node}: expected a tensor of floats as input {input}, actual none"));

    private static SafetensorsTensor Named(string path, OnnxTensor tensor) => SafetensorsTensor.FromFloats(path, tensor.Shape, tensor.Values);

    /// <summary>A convolution's weight (out, in, height, width) for inputs with the channels in the opposite order.</summary>
    private static OnnxTensor WithChannelsTurned(OnnxTensor weight)
    {
        if (weight.Shape is not [_, 3, _, _])
        {
            throw new InputException($"expected a first convolution of 3 channels, actual a weight of ({string.Join(", ", weight.Shape)})");
        }

        int plane = weight.Shape[2] * weight.Shape[3];
        float[] turned = new float[weight.Values.Length];
        for (int i = 0; i < turned.Length / plane; i++)
        {
            int from = i + 2 - (2 * (i % 3));
            weight.Values.AsSpan(from * plane, plane).CopyTo(turned.AsSpan(i * plane));
        }

        return weight with { Values = turned };
    }
}
