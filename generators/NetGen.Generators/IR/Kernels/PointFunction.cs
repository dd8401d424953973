namespace NetGen.Generators.IR;

/// <summary>A function of each element that the run-time library computes on vectors.</summary>
internal enum PointFunction
{
    Sigmoid,
    Tanh,
    GELU,
    SiLU,
    HardSwish,
    Softplus,
}
