using NetGen.Generators.IR;

namespace NetGen.Generators;

/// <summary>Puts together what is found at each size of a network: a mistake is told once, with the size where it is not one of every size.</summary>
internal static class SizedProblems
{
    /// <summary>All that is wrong.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="found">What is found at each of them.</param>
    public static IEnumerable<Problem> Merge(IReadOnlyList<ImageSize> sizes, IReadOnlyList<List<Problem>> found)
    {
        HashSet<(string Id, int Layer, string? Argument)> told = [];
        for (int i = 0; i < sizes.Count; i++)
        {
            List<Problem> fresh = found[i].FindAll(p => !told.Contains(Place(p)));
            foreach (Problem problem in fresh)
            {
                told.Add(Place(problem));
                yield return i == 0 && found.All(f => f.Contains(problem)) ? problem : problem with { Size = sizes[i] };
            }
        }
    }

    private static (string Id, int Layer, string? Argument) Place(Problem problem) => (problem.Id, problem.Layer, problem.Argument);
}
