namespace NetGen.Bench.Zoo;

/// <summary>
/// Top-1 accuracies on ImageNet's validation set, in percent, of one central crop: what others measured, as none of these were trained here. Source:
/// torchvision's documentation, table of pre-trained classification models (the first set of weights of each); Inception-v4 after Szegedy et al. 2016,
/// table 2 (100 % less its error of 20.0).
/// </summary>
internal static class PublishedAccuracy
{
    private static readonly Dictionary<string, double> s_percent = new(StringComparer.Ordinal)
    {
        ["AlexNet (one tower)"] = 56.522,
        ["VGG-11"] = 69.020,
        ["VGG-13"] = 69.928,
        ["VGG-16"] = 71.592,
        ["VGG-19"] = 72.376,
        ["VGG-11 (BN)"] = 70.370,
        ["VGG-13 (BN)"] = 71.586,
        ["VGG-16 (BN)"] = 73.360,
        ["VGG-19 (BN)"] = 74.218,
        ["GoogLeNet"] = 69.778,
        ["Inception-v3"] = 77.294,
        ["Inception-v4"] = 80.0,
        ["ResNet-18"] = 69.758,
        ["ResNet-34"] = 73.314,
        ["ResNet-50"] = 76.130,
        ["ResNet-101"] = 77.374,
        ["ResNet-152"] = 78.312,
    };

    /// <summary>The percentage, or null where there is none for that network.</summary>
    public static double? Of(string network) => s_percent.TryGetValue(network, out double percent) ? percent : null;
}
