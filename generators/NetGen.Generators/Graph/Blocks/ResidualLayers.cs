using System.Globalization;

namespace NetGen.Generators.Graph;

/// <summary>What the residual blocks of He et al. have in common.</summary>
/// <param name="Filters">The channels inside the block.</param>
/// <param name="Outputs">The channels that come out.</param>
/// <param name="Stride">The block's stride.</param>
internal readonly record struct ResidualLayers(int Filters, int Outputs, int Stride)
{
    /// <summary>The block's settings; or null after a report.</summary>
    public static ResidualLayers? Read(Scope scope, LayerDeclaration layer, Shape input, int widening)
    {
        ArgumentReader arguments = new(layer);
        int filters = arguments.Int("filters");
        int stride = arguments.Int("Stride", 1);
        int most = int.MaxValue / widening;
        if (filters < 1 || filters > most)
        {
            string range = filters < 1 ? "at least 1" : string.Format(CultureInfo.InvariantCulture, "at most {0}", most);
            scope.Report(Rules.SettingOutOfRange.Id, layer, "filters", layer.Kind, range, filters.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        if (stride < 1)
        {
            scope.Report(Rules.SettingOutOfRange.Id, layer, "Stride", layer.Kind, "at least 1", stride.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        if (input.IsVector)
        {
            scope.Report(Rules.ImageNeeded.Id, layer, layer.Kind, $"{input}");
            return null;
        }

        return new ResidualLayers(filters, filters * widening, stride);
    }

    /// <summary>A convolution that keeps the size but for its stride, with batch norm in place of a bias.</summary>
    public void Convolve(Scope scope, int filters, int kernel, int stride)
    {
        List<(string Name, object Value)> arguments = [("filters", filters), ("kernel", kernel)];
        if (stride > 1)
        {
            arguments.Add(("Stride", stride));
        }

        if (kernel > 1)
        {
            arguments.Add(("Pad", kernel / 2));
        }

        arguments.Add(("Bias", false));
        scope.Apply("Conv", [.. arguments]);
        scope.Apply("BatchNorm");
    }

    /// <summary>Adds the block's input, tagged <c>input</c>, which is projected where its shape is another, and ends with a ReLU.</summary>
    public void Close(Scope scope, Shape input)
    {
        if (Stride == 1 && input.C == Outputs)
        {
            scope.Apply("Add", ("tags", "input"));
        }
        else
        {
            scope.Apply("Tag", ("tag", "residual"));
            scope.Apply("From", ("tag", "input"));
            Convolve(scope, Outputs, kernel: 1, Stride);
            scope.Apply("Add", ("tags", "residual"));
        }

        scope.Apply("ReLU");
    }
}
