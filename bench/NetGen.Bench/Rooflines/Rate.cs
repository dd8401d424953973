namespace NetGen.Bench.Rooflines;

/// <summary>How fast a pass of a kernel is, and what bounds it.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Shape">Its input and output.</param>
/// <param name="Batch">Images.</param>
/// <param name="Pass">Which of its passes.</param>
/// <param name="Milliseconds">Its time.</param>
/// <param name="Flops">Operations by the definition, two a multiplication with addition; 0 where they do not count.</param>
/// <param name="OwnFlops">Those that it makes.</param>
/// <param name="Bytes">The least that it reads and writes: each value and each weight once.</param>
internal sealed record Rate(string Kernel, string Shape, int Batch, string Pass, double Milliseconds, double Flops, double OwnFlops, double Bytes)
{
    public double Gigaflops => Flops / Milliseconds / 1e6;

    public double OwnGigaflops => OwnFlops / Milliseconds / 1e6;

    public double Gigabytes => Bytes / Milliseconds / 1e6;

    /// <summary>The time that arithmetic at the peak or memory at its bandwidth would need, whichever is longer, over the measured one; and which it is.</summary>
    public (double Share, string Bound) Against(double peakGigaflops, double gigabytes)
    {
        double arithmetic = OwnGigaflops / peakGigaflops;
        double memory = Gigabytes / gigabytes;
        return arithmetic >= memory ? (arithmetic, "FMA") : (memory, "memory");
    }
}
