using NetGen.Generators.Tests.Support;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>What is refused in a convolution's connection table.</summary>
public class ConnectionRulesTests
{
    [Theory]
    [InlineData("0,1; two", "two", "1")]
    [InlineData("0 1; 2", "0 1", "0")]
    [InlineData("0,1; 2,", "", "1")]
    [InlineData("0.5; 1", "0.5", "0")]
    [InlineData("0; 99999999999", "99999999999", "1")]
    public void NG0047_ConnectionsUnreadable(string table, string text, string filter) =>
        Reports(table, "NG0047", $"The Connections of Conv hold \"{text}\" for filter {filter}, which is no channel: write channels separated by commas and filters by semicolons");

    [Theory]
    [InlineData("0,1", "1")]
    [InlineData("", "1")]
    [InlineData("0; 1; 2", "3")]
    [InlineData("0; 1;", "3")]
    public void NG0048_ConnectionsOfOtherFilters(string table, string filters) =>
        Reports(table, "NG0048", $"The Connections of Conv are for {filters} filters, but it has 2: write the channels of each filter, with semicolons between filters");

    [Theory]
    [InlineData("0,1; 4", "1", "4")]
    [InlineData("-1; 2", "0", "-1")]
    public void NG0049_ConnectionOutOfRange(string table, string filter, string channel) =>
        Reports(table, "NG0049", $"Filter {filter} of Conv is connected to channel {channel}, but its input (4, 8, 8) has the channels 0 to 3: take one of those");

    [Theory]
    [InlineData("0;", "1")]
    [InlineData(" ; 1", "0")]
    public void NG0050_FilterWithoutConnection(string table, string filter) => Reports(table, "NG0050", $"Filter {filter} of Conv is connected to no channel: give it at least one");

    [Fact]
    public void NG0051_ConnectionRepeated() => Reports("0,1; 3,2,3", "NG0051", "Filter 1 of Conv is connected to channel 3 twice: leave one out");

    [Fact]
    public void NG0052_ConnectionsWithGroups() =>
        Analysis.Reports(
            Sources.Net("[Input(4, 8, 8)] [Conv(2, 3, Groups = 2, Connections = \"0,1; 2,3\")]"),
            ("NG0052", "Conv has 2 groups and Connections as well, which both say what a filter reads: leave Groups out", "Groups = 2"));

    [Fact]
    public void NG0023_LargeTable() =>
        Analysis.Reports(
            Sources.Net("[Input(16777216, 1, 1)] [Conv(1, 1, Connections = \"0\")]"),
            ("NG0023", "Connections of Conv must be a table of at most 1048576 pairs of filter and channel, but is one of 16777216", "Connections = \"0\""));

    [Theory]
    [InlineData("0; 0")]
    [InlineData("3,2,1,0;0")]
    [InlineData("  0 ,\\t1;\\n 2 , 3 ")]
    public void Tables_AreAccepted(string table) => Analysis.Accepts(Sources.Net($"[Input(4, 8, 8)] [Conv(2, 3, Connections = \"{table}\")]"));

    [Fact]
    public void NoTable_IsAccepted() => Analysis.Accepts(Sources.Net("[Input(4, 8, 8)] [Conv(2, 3, Connections = null)]"));

    private static void Reports(string table, string id, string message)
    {
        string connections = $"Connections = \"{table}\"";
        Analysis.Reports(Sources.Net($"[Input(4, 8, 8)] [Conv(2, 3, {connections})]"), (id, message, connections));
    }
}
