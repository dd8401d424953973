namespace NetGen.Bench.Clusters;

/// <summary>What adding up over machines costs: a message takes its latency and its bytes over the link, and each machine adds what it receives.</summary>
/// <param name="Name">For people.</param>
/// <param name="BytesPerSecond">Of a link, in each direction.</param>
/// <param name="Latency">Of a message, in seconds.</param>
/// <param name="SumBytesPerSecond">How fast a machine adds received floats to its own.</param>
internal sealed record Interconnect(string Name, double BytesPerSecond, double Latency, double SumBytesPerSecond)
{
    /// <summary>
    /// Ring: every machine passes a part on to its neighbour, N − 1 times to add up and as often to spread the sums (Patarasuk and Yuan 2009, "Bandwidth optimal all-reduce algorithms for clusters of workstations").
    /// </summary>
    public double Ring(int machines, long bytes)
    {
        double part = (double)bytes / machines;
        return (2 * (machines - 1) * (Latency + (part / BytesPerSecond))) + ((machines - 1) * part / SumBytesPerSecond);
    }

    /// <summary>Binomial tree: whole messages up to the root and down again, log2 N levels each way (Thakur, Rabenseifner and Gropp 2005, "Optimization of collective communication operations in MPICH", section 3).</summary>
    public double Tree(int machines, long bytes)
    {
        int levels = (int)Math.Ceiling(Math.Log2(machines));
        return levels * ((2 * (Latency + (bytes / BytesPerSecond))) + (bytes / SumBytesPerSecond));
    }
}
