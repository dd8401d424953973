using NetGen;

namespace Classify;

/// <summary>Begins with weights of a file.</summary>
internal static class Pretrained
{
    /// <summary>Loads what fits, and tells what does not. Where the file has the statistics of all batch norms, they stay as they are: those of a few pictures are worse.</summary>
    /// <returns>The paths of the parameters that were loaded; none without a file.</returns>
    public static IReadOnlyList<string> Load(Classifier model, string? file)
    {
        if (file is null)
        {
            return [];
        }

        if (!File.Exists(file))
        {
            throw new InputException($"--pretrained: there is no file \"{file}\".");
        }

        try
        {
            LoadResult result = model.LoadMatching(file);
            Console.WriteLine(result);
            model.FreezeBatchNorm = model.Parameters.Select(p => p.Path).Where(path => path.EndsWith(".running_mean", StringComparison.Ordinal)).All(result.Loaded.Contains);
            return result.Loaded;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--pretrained: {problem.Message}");
        }
    }
}
