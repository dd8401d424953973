using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Zoo;

/// <summary>The paths of parameters by the names that well-known PyTorch implementations give them, for <see cref="Model.Load(string, Func{string, string?})"/>.</summary>
/// <example><code>
/// using CifarResNet20 net = CifarResNet20.FromFile("resnet20-12fca82f.safetensors", PyTorchNames.CifarResNet);
/// </code></example>
public static partial class PyTorchNames
{
    /// <summary>
    /// For the models <c>CifarResNet…</c>, with shortcuts of either kind: the names of akamaster's pytorch_resnet_cifar10, such as
    /// <c>layer2.0.bn1.weight</c>, which is <c>cifarresnet1.cifarstage2.cifarblock1.batchnorm1.weight</c>.
    /// </summary>
    /// <param name="name">The tensor's name.</param>
    /// <returns>
    /// The parameter's path; <see langword="null"/> for <c>num_batches_tracked</c>, which has no meaning here; any other name as it is, so
    /// that loading reports it.
    /// </returns>
    public static string? CifarResNet(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.EndsWith(".num_batches_tracked", StringComparison.Ordinal))
        {
            return null;
        }

        Match match = Name().Match(name);
        if (!match.Success)
        {
            return name;
        }

        string scope = match.Groups["stage"].Success
            ? string.Create(CultureInfo.InvariantCulture, $"cifarstage{match.Groups["stage"].Value}.cifarblock{int.Parse(match.Groups["block"].ValueSpan, CultureInfo.InvariantCulture) + 1}.")
            : "";
        string layer = match.Groups["layer"].Value switch
        {
            "linear" => "dense1",
            "shortcut.0" => "conv3",
            "shortcut.1" => "batchnorm3",
            var other => other.Replace("bn", "batchnorm", StringComparison.Ordinal),
        };
        return $"cifarresnet1.{scope}{layer}.{match.Groups["leaf"].Value}";
    }

    [GeneratedRegex(@"^(?:layer(?<stage>[123])\.(?<block>\d{1,4})\.)?(?<layer>conv\d|bn\d|shortcut\.[01]|linear)\.(?<leaf>weight|bias|running_mean|running_var)$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
