using System.Globalization;
using System.Text;

namespace NetGen.Generators.Emission;

/// <summary>Writes indented lines that end in \n on every system.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Writes a line, or several where the text holds line ends; an empty one stays empty.</summary>
    public CodeWriter Line(string text = "")
    {
        int start = 0;
        while (start <= text.Length)
        {
            int end = text.IndexOf('\n', start);
            int next = end < 0 ? text.Length : end;
            int last = next;
            while (last > start && (text[last - 1] is '\r' or ' '))
            {
                last--;
            }

            if (last > start)
            {
                _text.Append(' ', _indent * 4).Append(text, start, last - start);
            }

            _text.Append('\n');
            start = next + 1;
        }

        return this;
    }

    /// <summary>Writes a heading and an opening brace; the returned scope closes it.</summary>
    public Scope Block(string heading)
    {
        Line(heading);
        Line("{");
        _indent++;
        return new Scope(this, "}");
    }

    /// <summary>Indents what follows, without braces; the returned scope ends it.</summary>
    public Scope Indent()
    {
        _indent++;
        return new Scope(this, "");
    }

    public override string ToString() => _text.ToString();

    /// <summary>A float as a C# literal that reads back to the same bits, in the invariant culture.</summary>
    public static string Literal(float value) => value switch
    {
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ when float.IsNaN(value) => "float.NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture) + "f",
    };

    public static string Literal(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A string as a C# literal.</summary>
    public static string Quote(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    private void Close(string end)
    {
        _indent--;
        if (end.Length > 0)
        {
            Line(end);
        }
    }

    public readonly struct Scope(CodeWriter writer, string end) : IDisposable
    {
        public void Dispose() => writer.Close(end);
    }
}
