namespace NetGen;

/// <summary>What may stand for a size of an input. With <c>using static NetGen.Dimension;</c> it is written <c>[Input(3, Any, Any, Sizes = "240x320, 480x640")]</c>.</summary>
public static class Dimension
{
    /// <summary>A height or width of images that is one of several, which <see cref="InputAttribute.Sizes"/> lists. In PyTorch every height and width is so; in Keras it is <c>None</c>, in ONNX a dimension without a number.</summary>
    public const int Any = int.MinValue;
}
