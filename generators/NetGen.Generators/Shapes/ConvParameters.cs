using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>The parameters of <c>Conv</c> and <c>DepthwiseConv</c>.</summary>
internal static class ConvParameters
{
    /// <summary>The weight, (filters, channels / groups, kernel height, kernel width), and the bias.</summary>
    public static EquatableArray<ParameterDeclaration> Of(int filters, int channels, int groups, Window window, bool bias, string? connections = null)
    {
        int kernelY = window.KernelY;
        int kernelX = window.KernelX;
        int groupChannels = channels / groups;
        int read = groupChannels;
        int reached = filters / groups;
        if (connections is not null)
        {
            // On average, and rounded; at least one, as a channel may reach no filter.
            int count = ConnectionTable.Count(connections);
            read = Math.Max(1, (count + (filters / 2)) / filters);
            reached = Math.Max(1, (count + (channels / 2)) / channels);
        }

        ParameterDeclaration weight = new(
            "weight",
            new[] { filters, groupChannels, kernelY, kernelX },
            Trainable: true,
            Start.Weight,
            Sizes.Clamped(read, kernelY, kernelX),
            Sizes.Clamped(reached, kernelY, kernelX))
        { Connections = connections };
        return bias ? new[] { weight, ParameterDeclaration.Bias(filters) } : new[] { weight };
    }
}
