using PublicApiGenerator;
using Shouldly;

namespace NetGen.Tests.PublicApi;

/// <summary>
/// The public surface of the library, for reviewers: what is added, changed or taken away shows in a review. To approve what there is now,
/// <c>NETGEN_APPROVE=1 dotnet test -c Release tests/NetGen.Tests --filter PublicApi</c>.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Surface_IsTheApprovedOne() => Match(
        typeof(Model).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }));

    private static void Match(string received)
    {
        string path = Repository.PathOf("tests/NetGen.Tests/PublicApi/NetGen.verified.txt");
        received = received.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("NETGEN_APPROVE") == "1")
        {
            File.WriteAllText(path, received);
        }

        received.ShouldBe(File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
