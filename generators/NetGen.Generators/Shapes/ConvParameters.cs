namespace NetGen.Generators.Shapes;

/// <summary>The parameters of <c>Conv</c> and <c>DepthwiseConv</c>.</summary>
internal static class ConvParameters
{
    /// <summary>The weight, (filters, channels / groups, kernel height, kernel width), and the bias.</summary>
    public static EquatableArray<ParameterDeclaration> Of(int filters, int channels, int groups, Window window, bool bias)
    {
        int kernelY = window.KernelY;
        int kernelX = window.KernelX;
        int groupChannels = channels / groups;
        ParameterDeclaration weight = new(
            "weight",
            new[] { filters, groupChannels, kernelY, kernelX },
            Trainable: true,
            Start.Weight,
            Sizes.Clamped(groupChannels, kernelY, kernelX),
            Sizes.Clamped(filters / groups, kernelY, kernelX));
        return bias ? new[] { weight, ParameterDeclaration.Bias(filters) } : new[] { weight };
    }
}
