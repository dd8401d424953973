using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace NetGen.Generators.IR;

/// <summary>
/// The fields in a kernel's name, from a <c>$"…"</c> of them: how each kind of field is written is said here, once for all kernels. A truth is its
/// format where it holds (<c>{Bordered:_rows}</c>), an activation or a share is nothing where there is none.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct NameParts
{
    private readonly StringBuilder _text;

    /// <summary>What the C# compiler calls before the pieces.</summary>
    /// <param name="literalLength">Characters of the fixed pieces.</param>
    /// <param name="formattedCount">The fields.</param>
    public NameParts(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (12 * formattedCount));

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(string text) => _text.Append(text);

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number with letters in place of the signs that a name cannot have: <c>0p1</c>, <c>1em05</c>.</summary>
    public void AppendFormatted(float number) =>
        _text.Append(number.ToString("R", CultureInfo.InvariantCulture)).Replace('.', 'p').Replace('-', 'm').Replace("+", "");

    /// <summary>A setting that is off at 0, behind what names it.</summary>
    public void AppendFormatted(float setting, string format)
    {
        if (setting != 0)
        {
            _text.Append(format);
            AppendFormatted(setting);
        }
    }

    /// <summary>A word, where something is so.</summary>
    public void AppendFormatted(bool holds, string format) => _text.Append(holds ? format : "");

    public void AppendFormatted(UpsampleMode mode) => _text.Append(mode == UpsampleMode.Nearest ? "nearest" : "bilinear");

    /// <summary>An activation that is applied as well.</summary>
    public void AppendFormatted(Activation? activation)
    {
        if (activation is not null)
        {
            _text.Append(activation.Slope == 0 ? "_relu" : "_leaky");
            AppendFormatted(activation.Slope, "");
        }
    }

    /// <summary>The share of a further output.</summary>
    public void AppendFormatted(LossShare share)
    {
        if (!share.Counts)
        {
            _text.Append("_head");
            AppendFormatted(share.Weight);
        }
        else if (share.Weight != 1)
        {
            _text.Append("_times");
            AppendFormatted(share.Weight);
        }

        AppendFormatted(share.Weighs, "_samples");
    }

    /// <summary>Kernel, strides, padding and dilation: <c>3x3s2p1d2</c>, with other height and width <c>3x5s2_1p1</c>, with other padding behind the image <c>3x3s2p0to1</c>.</summary>
    public void AppendFormatted(Window window) => Append(window, "", "_");

    /// <summary>The same with something before each: <c>3x3_s2_p1_d2</c>, with other height and width <c>3x5_s2x1_p1</c>.</summary>
    public void AppendFormatted(Window window, string format) => Append(window, format, "x");

    /// <summary>Channels, height and width, then the border or of how many steps they are some, and a mark for a pitch that is not padded: <c>16x8x8h1</c>, <c>16of20</c>.</summary>
    public void AppendFormatted(Plane plane)
    {
        AppendFormatted(plane.C);
        if (!plane.IsVector)
        {
            _text.Append('x');
            Append(plane.H, plane.W, "x", always: true);
        }

        if (plane.Gap > 0)
        {
            _text.Append("of");
            AppendFormatted(plane.Image / plane.Pitch);
        }
        else if (!plane.Contiguous)
        {
            _text.Append('h');
            Append(plane.HaloY, plane.HaloX, "_");
        }

        AppendFormatted(plane.Pitch != Plane.PitchOf(plane.C), "d");
    }

    /// <summary>Planes: one where they are alike.</summary>
    public void AppendFormatted((Plane First, Plane Second) planes)
    {
        AppendFormatted(planes.First);
        if (planes.First != planes.Second)
        {
            _text.Append('_');
            AppendFormatted(planes.Second);
        }
    }

    /// <summary>Planes: one where all are alike.</summary>
    public void AppendFormatted((Plane First, Plane Second, Plane Third) planes)
    {
        AppendFormatted(planes.First);
        if (planes.First != planes.Second || planes.First != planes.Third)
        {
            _text.Append('_');
            AppendFormatted(planes.Second);
            _text.Append('_');
            AppendFormatted(planes.Third);
        }
    }

    public override string ToString() => _text.ToString();

    private void Append(Window window, string before, string between)
    {
        Append(window.KernelY, window.KernelX, "x", always: true);
        _text.Append(before).Append('s');
        Append(window.StrideY, window.StrideX, between);
        _text.Append(before).Append('p');
        Append(window.PadY, window.PadX, between);
        if (!window.IsEven)
        {
            _text.Append("to");
            Append(window.PadBelow, window.PadRight, between);
        }

        if (window.DilationY * window.DilationX != 1)
        {
            _text.Append(before).Append('d');
            Append(window.DilationY, window.DilationX, between);
        }
    }

    private void Append(int y, int x, string between, bool always = false)
    {
        AppendFormatted(y);
        if (always || x != y)
        {
            _text.Append(between);
            AppendFormatted(x);
        }
    }
}
