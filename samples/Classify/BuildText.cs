namespace Classify;

/// <summary>How to build the program for other sizes than those it was built for.</summary>
internal static class BuildText
{
    /// <exception cref="InputException">The program is built for another size.</exception>
    public static void CheckSize(int size)
    {
        if (size != BuiltFor.Size)
        {
            throw Wrong($"--size: this program is built for pictures of {BuiltFor.Size}×{BuiltFor.Size}, not {size}×{size}.", BuiltFor.Network, BuiltFor.Classes, size);
        }
    }

    /// <summary>The error that says what to run instead.</summary>
    public static InputException Wrong(string problem, string network, int classes, int size) => new(FormattableString.Invariant($"""
        {problem} Build it so:
        dotnet run -c Release --project samples/Classify -p:Network={network} -p:Classes={classes} -p:Size={size} -- {Arguments()}
        """));

    private static string Arguments() => string.Join(' ', Environment.GetCommandLineArgs().Skip(1).Select(Quoted));

    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsLetterOrDigit(c) || "-_./\\:=,+@".Contains(c, StringComparison.Ordinal)) ? argument
        : OperatingSystem.IsWindows() ? $"\"{argument}\""
        : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
