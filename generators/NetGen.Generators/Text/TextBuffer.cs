namespace NetGen.Generators.Text;

/// <summary>A text while it grows, in an array that is used again. Not to be copied.</summary>
internal struct TextBuffer
{
    /// <summary>Longer ones are left to the garbage collector. The model's file of ResNet-152 has 1.4 million characters.</summary>
    private const int LongestKept = 1 << 22;

    [ThreadStatic]
    private static char[]? s_free;

    private char[] _text;

    public int Length { get; private set; }

    public static TextBuffer Rent(int length)
    {
        char[]? text = s_free;
        s_free = null;
        return new TextBuffer { _text = text is not null && text.Length >= length ? text : new char[length] };
    }

    public void Append(string text, int start, int count)
    {
        Reserve(count);
        text.CopyTo(start, _text, Length, count);
        Length += count;
    }

    public void Append(char c, int count)
    {
        Reserve(count);
        for (int i = 0; i < count; i++)
        {
            _text[Length++] = c;
        }
    }

    /// <summary>Adds a whole number in decimal digits.</summary>
    public void Append(long value)
    {
        if (value < 0)
        {
            Append('-', 1);
        }

        // Digits are taken off from the end; the smallest number has no positive counterpart.
        ulong left = value < 0 ? (ulong)-(value + 1) + 1 : (ulong)value;
        int digits = 1;
        for (ulong rest = left / 10; rest > 0; rest /= 10)
        {
            digits++;
        }

        Reserve(digits);
        Length += digits;
        for (int i = 1; i <= digits; i++)
        {
            _text[Length - i] = (char)('0' + (left % 10));
            left /= 10;
        }
    }

    /// <summary>Takes spaces and carriage returns off the end, down to a length.</summary>
    public void TrimSpaces(int shortest)
    {
        while (Length > shortest && (_text[Length - 1] is ' ' or '\r'))
        {
            Length--;
        }
    }

    /// <summary>Adds what another holds up to the last line that is not empty.</summary>
    public void AppendLines(in TextBuffer other)
    {
        int count = other.Length;
        while (count > 1 && other._text[count - 2] == '\n')
        {
            count--;
        }

        Reserve(count);
        Array.Copy(other._text, 0, _text, Length, count);
        Length += count;
    }

    public override readonly string ToString() => new(_text, 0, Length);

    /// <summary>Gives the array back: the buffer is not used again.</summary>
    public void Return()
    {
        if (_text.Length <= LongestKept)
        {
            s_free = _text;
        }

        _text = [];
        Length = 0;
    }

    private void Reserve(int count)
    {
        if (Length + count > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(2 * _text.Length, Length + count));
        }
    }
}
