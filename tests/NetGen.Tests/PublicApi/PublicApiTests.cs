namespace NetGen.Tests.PublicApi;

/// <summary>
/// The public surface of the library, for reviewers: what is added, changed or taken away shows in a review. To approve what there is now,
/// <c>NETGEN_APPROVE=1 dotnet test -c Release tests/NetGen.Tests --filter PublicApi</c>.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Surface_IsTheApprovedOne() => ApprovedApi.Match(typeof(Model).Assembly, "tests/NetGen.Tests/PublicApi/NetGen.verified.txt");
}
