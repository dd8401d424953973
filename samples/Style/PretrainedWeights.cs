using NetGen;

namespace Style;

/// <summary>Loads the first stages of a ResNet-18, and says how to get the file where it is not there.</summary>
internal static class PretrainedWeights
{
    private const string Block = "pretrainedfeatures1.";

    /// <summary>The network was trained on bytes; here pictures are from 0 to 1.</summary>
    private const float Bytes = 255;

    /// <param name="features">The network, whose norms will use the statistics of its own training.</param>
    /// <param name="file">What samples/TransferWeights wrote.</param>
    public static void Load(Model features, string file)
    {
        HashSet<string> paths = [.. features.Parameters.Select(p => p.Path)];
        try
        {
            features.Load(file, name => paths.Contains(Block + name) ? Block + name : null);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"""
                --weights: there is no file "{file}".
                To write it, from a package of 60 MB that is downloaded for it:
                  dotnet run -c Release --project samples/TransferWeights -- --out {file}
                """);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--weights: {problem.Message}");
        }

        features.FreezeBatchNorm = true;
        foreach (ref float value in features.Parameters[Block + "conv1.weight"].Edit())
        {
            value *= Bytes;
        }
    }
}
