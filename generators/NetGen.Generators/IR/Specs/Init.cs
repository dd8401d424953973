namespace NetGen.Generators.IR;

/// <summary>As <c>NetGen.Init</c>, with the same numbers.</summary>
internal enum Init
{
    Default,
    Zeros,
    Ones,
    Normal,
    Uniform,
    XavierNormal,
    XavierUniform,
    HeNormal,
    HeUniform,
    Orthogonal,
}

/// <summary>How a layer's weight starts, where the layer says so.</summary>
/// <param name="Init">By which rule.</param>
/// <param name="Scale">A standard deviation, half a width, or a factor.</param>
/// <param name="Mean">The mean of what is normal or even.</param>
internal sealed record WeightStart(Init Init, float Scale, float Mean)
{
    /// <summary>What the run-time library calls it.</summary>
    public string Name => Init switch
    {
        Init.Zeros => "Zero",
        Init.Ones => "One",
        _ => Init.ToString(),
    };
}
