namespace NetGen.Zoo;

/// <summary>The scaled tangent of LeCun et al. 1998, appendix A: 1.7159 · tanh(2/3 · x), which is 1 at 1 and −1 at −1.</summary>
[Tanh(Scale = 1.7159f, Slope = 2f / 3)]
public sealed class SquashAttribute : BlockAttribute;
