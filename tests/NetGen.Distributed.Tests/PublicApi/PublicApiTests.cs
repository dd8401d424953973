using NetGen.Tests.PublicApi;

namespace NetGen.Distributed.Tests.PublicApi;

/// <summary>
/// The package's public surface. To approve what there is now, <c>NETGEN_APPROVE=1 dotnet test -c Release tests/NetGen.Distributed.Tests --filter PublicApi</c>.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Surface_IsTheApprovedOne() => ApprovedApi.Match(typeof(MpiWorld).Assembly, "tests/NetGen.Distributed.Tests/PublicApi/NetGen.Distributed.verified.txt");
}
