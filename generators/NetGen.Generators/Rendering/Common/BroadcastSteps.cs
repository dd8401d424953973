using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>How kernels reach values of which some are there for many rows, columns or channels.</summary>
internal static class BroadcastSteps
{
    public const string Remarks =
        "Sizes: rows and columns that are gone through, channels or floats of a pixel, and floats from a row, a pixel and an image to the next, which are 0 where one is there for all.";

    /// <summary>Declares <c>xAt</c>, where a pixel of the value lies, and <c>xAll</c> with its channel in all lanes where it has one for all.</summary>
    public static void Locate(CodeWriter code, Isa isa, string value, bool isOneChannel, string row, string column)
    {
        code.Line($"float* {value}At = {value} + ({row} * {value}Row) + ({column} * {value}Column);");
        if (isOneChannel)
        {
            code.Line($"var {value}All = {isa.Broadcast($"{value}At[0]")};");
        }
    }

    /// <summary>The value at <c>channel</c> and the lanes behind it.</summary>
    public static string Vector(Isa isa, string value, bool isOneChannel) => isOneChannel ? $"{value}All" : isa.Load($"{value}At + channel");

    /// <summary>Moves the pointers to the next image.</summary>
    public static void Advance(CodeWriter code, EquatableArray<Port> ports)
    {
        foreach (Port port in ports)
        {
            code.Line($"{port.Name} += {port.Name}Image;");
        }
    }
}
