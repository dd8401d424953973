namespace NetGen;

/// <summary>
/// Adds channels of zeros: (C, H, W) to (before + C + after, H, W), and (F) to (before + F + after). It makes a shortcut without
/// parameters where a block has more channels than its input: option A of He, Zhang, Ren, Sun 2015, section 4.1. PyTorch: <c>F.pad(x, (0, 0, 0, 0, before, after))</c>.
/// </summary>
public sealed class PadChannelsAttribute : LayerAttribute
{
    /// <summary>Declares as many channels of zeros on either side.</summary>
    /// <param name="n">The channels added before the input's, and again after them. From 0 to 16,777,216.</param>
    public PadChannelsAttribute(int n)
        : this(n, n)
    {
    }

    /// <summary>Declares channels of zeros on either side.</summary>
    /// <param name="before">The channels added before the input's. From 0 to 16,777,216.</param>
    /// <param name="after">The channels added after them. From 0 to 16,777,216.</param>
    public PadChannelsAttribute(int before, int after) => (Before, After) = (before, after);

    /// <summary>The channels added before the input's. From 0 to 16,777,216.</summary>
    public int Before { get; }

    /// <summary>The channels added after them. From 0 to 16,777,216.</summary>
    public int After { get; }
}
