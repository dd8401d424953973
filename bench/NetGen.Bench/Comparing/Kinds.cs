namespace NetGen.Bench.Comparing;

/// <summary>What can be measured of a network, by the words of the peers' programs.</summary>
internal static class Kinds
{
    /// <summary>A training step with AMSGrad.</summary>
    public const string Train = "train";

    /// <summary>A prediction.</summary>
    public const string Infer = "infer";

    /// <summary>The peak resident set of a process that makes six training steps.</summary>
    public const string Memory = "memory";

    /// <summary>From the start of a process to its first prediction of one image.</summary>
    public const string First = "first";
}
