namespace Style;

/// <summary>What is compared of two pictures, and how much each counts.</summary>
/// <param name="Style">The outputs whose Gram matrices are the style; each counts the same.</param>
/// <param name="Content">The output whose values are the content.</param>
/// <param name="ContentWeight">How much the content's loss counts; the style's counts 1.</param>
/// <param name="SmoothWeight">How much the roughness of the picture counts.</param>
internal sealed record LossRecipe(IReadOnlyList<string> Style, string Content, double ContentWeight, double SmoothWeight)
{
    /// <summary>For the pretrained network.</summary>
    public static LossRecipe Pretrained { get; } = new(["conv1", "block1", "block2", "block4", "output"], "block4", ContentWeight: 0.05, SmoothWeight: 1);

    /// <summary>For random filters.</summary>
    public static LossRecipe Random { get; } = new(["filters1", "filters2", "filters4", "output"], "content", ContentWeight: 0.02, SmoothWeight: 0.3);
}
