using System.Reflection;
using PublicApiGenerator;
using Shouldly;

namespace NetGen.Tests.PublicApi;

/// <summary>Compares a package's public surface with the approved text; with the variable <c>NETGEN_APPROVE=1</c> what there is becomes the approved one.</summary>
internal static class ApprovedApi
{
    /// <summary>Fails where they differ.</summary>
    /// <param name="assembly">The package.</param>
    /// <param name="file">The text's path in the repository.</param>
    public static void Match(Assembly assembly, string file)
    {
        string path = Repository.PathOf(file);
        string received = assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });
        received = received.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("NETGEN_APPROVE") == "1")
        {
            File.WriteAllText(path, received);
        }

        received.ShouldBe(File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
