using System.Globalization;

namespace NetGen.Tests.Weights;

/// <summary>The ResNet-20 that was trained in PyTorch: its names there, and the parameters of the same network here.</summary>
internal static class ResNet20Names
{
    /// <summary>Blocks are numbered through; each has two convolutions with batch norm and a shortcut without parameters.</summary>
    public static ParameterSet Parameters()
    {
        List<ParameterInfo> all = [];
        AddConvolution(all, "", 1, 3, 16);
        for (int block = 0; block < 9; block++)
        {
            int filters = 16 << (block / 3);
            string scope = string.Create(CultureInfo.InvariantCulture, $"basicblock{block + 1}.");
            AddConvolution(all, scope, 1, block is 3 or 6 ? filters / 2 : filters, filters);
            AddConvolution(all, scope, 2, filters, filters);
        }

        Add(all, "dense1.weight", 10, 64);
        Add(all, "dense1.bias", 10);
        return new ParameterSet(all);
    }

    /// <summary>The path of a tensor of PyTorch's: <c>layer2.0.bn1.bias</c> is <c>basicblock4.batchnorm1.bias</c>.</summary>
    public static string Rename(string name)
    {
        string[] parts = name.Replace("linear.", "dense1.", StringComparison.Ordinal).Replace("bn", "batchnorm", StringComparison.Ordinal).Split('.');
        return parts is [['l', 'a', 'y', 'e', 'r', var layer], [var block], .. var rest]
            ? string.Create(CultureInfo.InvariantCulture, $"basicblock{(3 * (layer - '1')) + (block - '0') + 1}.{string.Join('.', rest)}")
            : string.Join('.', parts);
    }

    private static void AddConvolution(List<ParameterInfo> all, string scope, int ordinal, int channels, int filters)
    {
        string at = ordinal.ToString(CultureInfo.InvariantCulture);
        Add(all, $"{scope}conv{at}.weight", filters, channels, 3, 3);
        foreach (string leaf in (string[])["weight", "bias", "running_mean", "running_var"])
        {
            Add(all, $"{scope}batchnorm{at}.{leaf}", filters);
        }
    }

    private static void Add(List<ParameterInfo> all, string path, params int[] shape) =>
        all.Add(new ParameterInfo(path, shape, !path.Contains("running", StringComparison.Ordinal), Initialization.Zero, 0, 0));
}
