using NetGen.Tests.PublicApi;

namespace NetGen.Images.Tests.PublicApi;

/// <summary>
/// The package's public surface. To approve what there is now, <c>NETGEN_APPROVE=1 dotnet test -c Release tests/NetGen.Images.Tests --filter PublicApi</c>.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Surface_IsTheApprovedOne() => ApprovedApi.Match(typeof(Picture).Assembly, "tests/NetGen.Images.Tests/PublicApi/NetGen.Images.verified.txt");
}
