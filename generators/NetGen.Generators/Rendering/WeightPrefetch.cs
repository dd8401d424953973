using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Brings the weights of the next block of output channels, or of Winograd's next point, into the second-level cache while the last tiles of this one are computed: they follow
/// in memory, and come from beyond that cache where a layer has many. Each such tile asks for one of the lines that an input's weights take.
/// </summary>
/// <param name="isa">The form.</param>
/// <param name="vectors">Vectors of output channels.</param>
internal sealed class WeightPrefetch(Isa isa, int vectors)
{
    /// <summary>Floats of a line of the cache.</summary>
    private const int Line = 16;

    /// <summary>Weights of a block, in floats, that fit the second-level cache together with the next block's.</summary>
    public const int Most = 144 * 1024;

    private readonly bool _asks = isa != Isa.Portable;

    private int Lanes => vectors * isa.Width;

    private int Lines => (Lanes + Line - 1) / Line;

    /// <summary>Declares how far the next block's weights are.</summary>
    public void EmitSizes(CodeWriter code)
    {
        if (_asks)
        {
            code.Line($"nint block = (nint)tapsY * tapsX * run * {Lanes};");
        }
    }

    /// <summary>Declares where a tile looks ahead: at what it reads anyway, unless it is one of the last.</summary>
    public void EmitTile(CodeWriter code)
    {
        if (_asks)
        {
            code.Line($"nint ahead = tiles - tile > {Lines} || block > {Most} ? 0 : block{(Lines == 1 ? "" : $" + ((tiles - tile - 1) * {Line})")};");
        }
    }

    /// <summary>Asks for a line, for one input's weights.</summary>
    public void EmitStep(CodeWriter code)
    {
        if (_asks)
        {
            code.Line("Sse.Prefetch1(wk + ahead);");
        }
    }
}
