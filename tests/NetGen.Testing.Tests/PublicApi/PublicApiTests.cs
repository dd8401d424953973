using NetGen.Tests.PublicApi;

namespace NetGen.Testing.Tests.PublicApi;

/// <summary>
/// The package's public surface. To approve what there is now, <c>NETGEN_APPROVE=1 dotnet test -c Release tests/NetGen.Testing.Tests --filter PublicApi</c>.
/// </summary>
[Collection("the variable NETGEN_APPROVE")]
public sealed class PublicApiTests
{
    [Fact]
    public void Surface_IsTheApprovedOne() => ApprovedApi.Match(typeof(Approval).Assembly, "tests/NetGen.Testing.Tests/PublicApi/NetGen.Testing.verified.txt");
}
