using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>How neighbourhoods of channels are written.</summary>
internal static class Neighbours
{
    /// <summary>Neighbourhoods larger than this are summed in a loop.</summary>
    private const int MostUnrolled = 15;

    /// <summary>Declares a row's first channel, with zeros in the whole row.</summary>
    public static void Declare(this ChannelNeighbours neighbours, CodeWriter code, string name, string memory, int row)
    {
        code.Line($"float* {name} = {Walk.At(memory, (row * neighbours.Length) + neighbours.Margin)};");
        code.Line($"new global::System.Span<float>({Walk.At(memory, row * neighbours.Length)}, {neighbours.Length}).Clear();");
    }

    /// <summary>Declares <paramref name="sum"/>, the sum over the neighbourhood of channel <c>i</c>, or over the channels it is a neighbour of.</summary>
    public static void Sum(this ChannelNeighbours neighbours, CodeWriter code, Isa isa, string sum, string row, bool turned)
    {
        int before = turned ? neighbours.After : neighbours.Before;
        int after = turned ? neighbours.Before : neighbours.After;
        code.Line($"var {sum} = {isa.Load(Walk.At(row + " + i", -before))};");
        if (before + after < MostUnrolled)
        {
            for (int offset = 1 - before; offset <= after; offset++)
            {
                code.Line($"{sum} += {isa.Load(Walk.At(row + " + i", offset))};");
            }

            return;
        }

        using (code.Braces($"for (int offset = {1 - before}; offset <= {after}; offset++)"))
        {
            code.Line($"{sum} += {isa.Load(row + " + i + offset")};");
        }
    }
}
