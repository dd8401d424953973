using NetGen.Tests.PublicApi;

namespace NetGen.Zoo.Tests.PublicApi;

/// <summary>
/// The package's public surface. To approve what there is now, <c>NETGEN_APPROVE=1 dotnet test -c Release tests/NetGen.Zoo.Tests --filter PublicApi</c>.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Surface_IsTheApprovedOne() => ApprovedApi.Match(typeof(Networks).Assembly, "tests/NetGen.Zoo.Tests/PublicApi/NetGen.Zoo.verified.txt");
}
