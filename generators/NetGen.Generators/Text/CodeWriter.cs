using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetGen.Generators.Text;

/// <summary>Writes indented lines that end in \n on every system.</summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;
    private const int FirstLength = 16 * 1024;

    private TextBuffer _text = TextBuffer.Rent(FirstLength);
    private int _indent;

    // Where the line begins that is being written, behind its indentation; -1 between lines.
    private int _start = -1;

    /// <summary>Writes a line, or several where the text holds line ends; an empty one stays empty.</summary>
    public CodeWriter Line(string text = "")
    {
        Open();
        Add(text);
        return End();
    }

    /// <summary>Writes a line, or several where a value holds line ends. No value may write lines itself.</summary>
    public CodeWriter Line([InterpolatedStringHandlerArgument("")] ref LineHandler line)
    {
        _ = line;
        return End();
    }

    /// <summary>Writes a line of words with a space between them; each adds itself.</summary>
    public void Words(int count, Action<int> add)
    {
        Open();
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                Add(" ");
            }

            add(i);
        }

        End();
    }

    /// <summary>Adds to the line that is being written.</summary>
    public void Word([InterpolatedStringHandlerArgument("")] ref LineHandler word) => _ = word;

    /// <summary>Begins a line, unless one is being written.</summary>
    public void Open()
    {
        if (_start < 0)
        {
            _text.Append(' ', _indent * IndentSize);
            _start = _text.Length;
        }
    }

    public void Add(long number) => _text.Append(number);

    /// <summary>Adds to the line; where the text holds line ends, goes on with further lines.</summary>
    public void Add(string text)
    {
        int start = 0;
        int end = text.IndexOf('\n');
        while (end >= 0)
        {
            _text.Append(text, start, end - start);
            End();
            Open();
            start = end + 1;
            end = text.IndexOf('\n', start);
        }

        _text.Append(text, start, text.Length - start);
    }

    /// <summary>Goes on with another writer's lines, indented as they are, up to the last that is not empty; the other is not used again.</summary>
    public void Append(CodeWriter other)
    {
        _text.AppendLines(other._text);
        other._text.Return();
    }

    /// <summary>A writer whose lines are indented as this one's are now.</summary>
    public CodeWriter Beside() => new() { _indent = _indent, Unchecked = Unchecked };

    /// <summary>
    /// Whether the bodies of methods stand in <c>unchecked</c>: for projects that check arithmetic for overflow, where kernels that step back over a
    /// border would throw. Elsewhere it would only push the text to the right.
    /// </summary>
    public bool Unchecked { get; init; }

    /// <summary>Writes a method's heading and the beginning of its body; the returned scope ends it.</summary>
    public Scope Method(string heading)
    {
        Line(heading);
        if (!Unchecked)
        {
            return Braces();
        }

        Braces();
        Line("unchecked");
        Braces();
        return new Scope(this, "}", depth: 2);
    }

    /// <summary>Writes a heading and an opening brace; the returned scope closes it.</summary>
    public Scope Braces(string heading)
    {
        Line(heading);
        return Braces();
    }

    /// <summary>Writes a heading and an opening brace; the returned scope closes it.</summary>
    public Scope Braces([InterpolatedStringHandlerArgument("")] ref LineHandler heading)
    {
        Line(ref heading);
        return Braces();
    }

    /// <summary>Indents what follows, without braces; the returned scope ends it.</summary>
    public Scope Indent()
    {
        _indent++;
        return new Scope(this, "");
    }

    public bool IsEmpty => _text.Length == 0;

    /// <summary>All lines; the writer is not used again.</summary>
    public string Finish()
    {
        string text = _text.ToString();
        _text.Return();
        return text;
    }

    /// <summary>Writes an opening brace; the returned scope closes it.</summary>
    public Scope Braces()
    {
        Line("{");
        _indent++;
        return new Scope(this, "}");
    }

    /// <summary>Ends the line without the spaces at its end; one of nothing else is empty.</summary>
    private CodeWriter End()
    {
        _text.TrimSpaces(_start);
        if (_text.Length == _start)
        {
            _text.TrimSpaces(_start - (_indent * IndentSize));
        }

        _text.Append('\n', 1);
        _start = -1;
        return this;
    }

    private void Close(string end)
    {
        _indent--;
        if (end.Length > 0)
        {
            Line(end);
        }
    }

    public readonly struct Scope(CodeWriter writer, string end, int depth = 1) : IDisposable
    {
        public void Dispose()
        {
            for (int i = 0; i < depth; i++)
            {
                writer.Close(end);
            }
        }
    }
}
