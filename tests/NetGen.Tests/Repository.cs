using Shouldly;

namespace NetGen.Tests;

/// <summary>
/// The repository that the tests were built in. It is found from the test program and not from a caller's file: with <c>CI=true</c> the
/// compiler writes <c>/_/</c> in place of the folder.
/// </summary>
internal static class Repository
{
    private static readonly string s_root = Root(AppContext.BaseDirectory);

    /// <summary>The full path of a file or folder.</summary>
    public static string PathOf(string path) => Path.Combine(s_root, path);

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "NetGen.sln")) ? folder : Root(Path.GetDirectoryName(folder).ShouldNotBeNull());
}
