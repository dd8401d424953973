using NetGen.Tests.PublicApi;

namespace NetGen.TensorBoard.Tests.PublicApi;

/// <summary>
/// The package's public surface. To approve what there is now, <c>NETGEN_APPROVE=1 dotnet test -c Release tests/NetGen.TensorBoard.Tests --filter PublicApi</c>.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Surface_IsTheApprovedOne() => ApprovedApi.Match(typeof(EventFile).Assembly, "tests/NetGen.TensorBoard.Tests/PublicApi/NetGen.TensorBoard.verified.txt");
}
