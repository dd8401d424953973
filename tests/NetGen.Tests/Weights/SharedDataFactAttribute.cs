namespace NetGen.Tests.Weights;

/// <summary>A test that needs a file of the folder <c>shared</c> beside the repository, and says so where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string path)
    {
        if (Find(path) is null)
        {
            Skip = $"shared/{path} is not beside the repository";
        }
    }

    /// <summary>The path where it exists: looked for upward from the tests.</summary>
    public static string? Find(string path)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, "shared", path);
            if (Path.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
