using NetGen;

namespace Transfer;

/// <summary>Loads all layers but the head, and says how to get the file where it is not there.</summary>
internal static class PretrainedWeights
{
    public static void Load(AntsAndBees net, string file)
    {
        LoadResult result = Read(net, file);
        Console.WriteLine(result);
        if (result.Different.Count > 0 || result.Missing.Any(path => !path.StartsWith("head.", StringComparison.Ordinal)))
        {
            throw new InputException($"--weights: {file} has not all layers before the head, as listed above. samples/TransferWeights writes one that has.");
        }
    }

    private static LoadResult Read(AntsAndBees net, string file)
    {
        try
        {
            return net.LoadMatching(file);
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
    }
}
