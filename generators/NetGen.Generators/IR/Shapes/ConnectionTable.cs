namespace NetGen.Generators.IR;

/// <summary>Which input channels each filter of a convolution reads: a row of 0 and 1 a filter with spaces between the rows, <c>1110 0111</c>.</summary>
internal static class ConnectionTable
{
    /// <summary>What stands where a filter reads a channel.</summary>
    public const char Connected = '1';

    /// <summary>What stands where it does not.</summary>
    public const char Apart = '0';

    /// <summary>How many connections a table has.</summary>
    public static int Count(string rows) => rows.Count(c => c == Connected);
}
