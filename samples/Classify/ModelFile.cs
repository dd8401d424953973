using System.Globalization;
using System.Text.Json;
using NetGen;

namespace Classify;

/// <summary>What a trained model's file says of itself beside the weights: all that predicting needs.</summary>
internal static class ModelFile
{
    private const string VersionKey = "classify.version";
    private const string Version = "1";
    private const string NetworkKey = "classify.network";
    private const string SizeKey = "classify.size";
    private const string ClassesKey = "classify.classes";

    /// <summary>The texts of a file of this program.</summary>
    public static IReadOnlyDictionary<string, string> Metadata(IReadOnlyList<string> classNames) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [VersionKey] = Version,
        [NetworkKey] = BuiltFor.Network,
        [SizeKey] = BuiltFor.Size.ToString(CultureInfo.InvariantCulture),
        [ClassesKey] = JsonSerializer.Serialize(classNames),
    };

    /// <summary>Loads a model that a training wrote.</summary>
    /// <returns>The network, and the names of its classes by number.</returns>
    /// <exception cref="InputException">The file is absent, none of this program's, or of a network that the program is not built for.</exception>
    /// <exception cref="IOException">The file cannot be read, or is damaged.</exception>
    public static (Classifier Model, IReadOnlyList<string> ClassNames) Load(string option, string path)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"{option}: there is no file \"{path}\".");
        }

        IReadOnlyDictionary<string, string> texts = SafetensorsFile.Read(path).Metadata;
        string? version = texts.GetValueOrDefault(VersionKey);
        if (version != Version)
        {
            throw new InputException($"{option}: {path}: expected a model that this program trained, version {Version}, actual {(version is null ? "a file without one" : $"version {version}")}.");
        }

        string network = texts.GetValueOrDefault(NetworkKey, "");
        IReadOnlyList<string> names = Names(texts.GetValueOrDefault(ClassesKey, ""));
        if (!int.TryParse(texts.GetValueOrDefault(SizeKey), NumberStyles.None, CultureInfo.InvariantCulture, out int size) || names.Count < 2 || network.Length == 0)
        {
            throw new InputException($"{option}: {path}: expected the network, its size and the names of two classes or more, actual {string.Join("; ", texts.Select(t => $"{t.Key} {t.Value}"))}.");
        }

        if ((network, size, names.Count) != (BuiltFor.Network, BuiltFor.Size, BuiltFor.Classes))
        {
            throw BuildText.Wrong(
                FormattableString.Invariant($"{option}: {path} is network {network} of {names.Count} classes for {size}×{size}, but this program is built for {BuiltFor.Network}, {BuiltFor.Classes} classes, {BuiltFor.Size}×{BuiltFor.Size}."),
                network,
                names.Count,
                size);
        }

        return (Classifier.FromFile(path), names);
    }

    private static IReadOnlyList<string> Names(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(json) is { } names && names.All(n => n is not null) ? names : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
