using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generators.Diagnostics;

/// <summary>A place in a file, as a value: what a problem is shown at. It holds no syntax, so nothing of a compilation stays alive with it.</summary>
/// <param name="Path">The file, as <c>#line</c> directives have it.</param>
/// <param name="Span">From which character to which.</param>
/// <param name="Lines">The same as lines and columns.</param>
internal readonly record struct Place(string Path, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>The place of a location in source.</summary>
    public static Place Of(Location location)
    {
        FileLinePositionSpan lines = location.GetMappedLineSpan();
        return new Place(lines.Path, location.SourceSpan, lines.Span);
    }

    /// <summary>The place as the compiler shows it.</summary>
    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
