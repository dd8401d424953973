namespace NetGen.Tests.Weights;

/// <summary>A test of a folder that refuses new files; where modes do not bind the user, as they do not bind root, it says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BoundByModesFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> s_reason = new(Reason);

    public BoundByModesFactAttribute() => Skip = s_reason.Value;

    private static string? Reason()
    {
        if (OperatingSystem.IsWindows())
        {
            return "Windows has no file modes";
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen-tests-");
        try
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
            File.WriteAllBytes(Path.Combine(folder.FullName, "file"), []);
            return "file modes do not bind this user";
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
        finally
        {
            folder.UnixFileMode |= UnixFileMode.UserWrite;
            folder.Delete(recursive: true);
        }
    }
}
