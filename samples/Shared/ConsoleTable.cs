using Spectre.Console;

namespace Samples;

/// <summary>Tables on the console.</summary>
internal static class ConsoleTable
{
    /// <summary>Columns that any table of the samples fits into.</summary>
    private const int WidthOfFile = 160;

    /// <summary>Writes a table; to a file as wide as it is, since 80 columns, which a file is taken for, would break its words.</summary>
    /// <param name="table">The table.</param>
    public static void Write(Table table)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, WidthOfFile);
        }

        AnsiConsole.Write(table);
    }
}
