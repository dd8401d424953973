using System.Reflection;
using PublicApiGenerator;
using Shouldly;

namespace NetGen.Tests.PublicApi;

/// <summary>Holds an assembly's public surface to an approved text; with the variable <c>NETGEN_APPROVE=1</c> the text is written anew.</summary>
internal static class ApprovedApi
{
    /// <summary>Compares.</summary>
    /// <param name="assembly">The library.</param>
    /// <param name="path">The approved text, from the repository's root.</param>
    public static void Match(Assembly assembly, string path)
    {
        string file = Repository.PathOf(path);
        string received = assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });
        received = received.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("NETGEN_APPROVE") == "1")
        {
            File.WriteAllText(file, received);
        }

        received.ShouldBe(File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
