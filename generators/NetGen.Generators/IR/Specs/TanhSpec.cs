namespace NetGen.Generators.IR;

/// <summary>Scale · tanh(Slope · x).</summary>
internal sealed record TanhSpec(float Scale, float Slope) : Spec
{
    /// <summary>Whether it is tanh itself, which has kernels of its own.</summary>
    public bool IsPlain => Scale == 1 && Slope == 1;
}
