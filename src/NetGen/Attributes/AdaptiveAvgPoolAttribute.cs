namespace NetGen;

/// <summary>
/// The mean of windows that are laid out to give a certain size: (C, H, W) to (C, h, w). Row i averages the input's rows from i·H / h,
/// rounded down, to (i + 1)·H / h, rounded up; columns likewise. PyTorch's <c>AdaptiveAvgPool2d</c>.
/// </summary>
/// <param name="h">The output's rows. From 1 to 16,777,216.</param>
/// <param name="w">The output's columns. From 1 to 16,777,216.</param>
public sealed class AdaptiveAvgPoolAttribute(int h, int w) : LayerAttribute
{
    /// <summary>The output's rows. From 1 to 16,777,216.</summary>
    public int H { get; } = h;

    /// <summary>The output's columns. From 1 to 16,777,216.</summary>
    public int W { get; } = w;
}
