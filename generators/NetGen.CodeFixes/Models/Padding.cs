using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Text;
using NetGen.Generators.IR;

namespace NetGen.CodeFixes.Models;

/// <summary>Padding of windows.</summary>
internal static class Padding
{
    /// <summary>The window of a layer that takes padding; null for others.</summary>
    public static Window? WindowOf(Spec spec) => spec switch
    {
        ConvSpec conv => conv.Window,
        DepthwiseConvSpec conv => conv.Window,
        PoolSpec pool => pool.Window,
        _ => null,
    };

    /// <summary>The padding with which a stride of one keeps an image's size: half of what a dilated kernel of odd size covers besides its middle. Null for even ones.</summary>
    public static (int Y, int X)? Keeping(Window window) =>
        window.ExtentY % 2 == 1 && window.ExtentX % 2 == 1 ? (window.ExtentY / 2, window.ExtentX / 2) : null;

    /// <summary>The settings, such as <c>Pad = 1</c>, over those that are written.</summary>
    public static TextChange[] Set(SourceText text, AttributeSyntax attribute, (int Y, int X) pad)
    {
        bool isApart = pad.Y != pad.X || attribute.Setting("PadH") is not null || attribute.Setting("PadW") is not null;
        return isApart
            ? ArgumentChanges.Set(text, attribute, ("PadH", $"{pad.Y}"), ("PadW", $"{pad.X}"))
            : ArgumentChanges.Set(text, attribute, ("Pad", $"{pad.Y}"));
    }

    /// <summary>How a title tells the padding.</summary>
    public static string Title((int Y, int X) pad) => pad.Y == pad.X ? $"Pad = {pad.Y}" : $"PadH = {pad.Y}, PadW = {pad.X}";
}
