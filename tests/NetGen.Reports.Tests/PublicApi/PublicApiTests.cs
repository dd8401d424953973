using NetGen.Tests.PublicApi;

namespace NetGen.Reports.Tests.PublicApi;

/// <summary>To approve what there is now, <c>NETGEN_APPROVE=1 dotnet test -c Release tests/NetGen.Reports.Tests --filter PublicApi</c>.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Surface_IsTheApprovedOne() => ApprovedApi.Match(typeof(Report).Assembly, "tests/NetGen.Reports.Tests/PublicApi/NetGen.Reports.verified.txt");
}
