namespace NetGen.Zoo;

/// <summary>
/// Inception-v4: Szegedy et al. 2016, "Inception-v4, Inception-ResNet and the Impact of Residual Connections on Learning", figure 9.
/// (3, 299, 299) or other images of 75 pixels or more to (<c>classes</c>).
/// </summary>
/// <param name="classes">The outputs.</param>
[Layers("""
    [InceptionV4Stem(Name = "stem")]
    [InceptionV4A(Name = "inception_a", Repeat = 4)]
    [InceptionV4ReductionA(Name = "reduction_a")]
    [InceptionV4B(Name = "inception_b", Repeat = 7)]
    [InceptionV4ReductionB(Name = "reduction_b")]
    [InceptionV4C(Name = "inception_c", Repeat = 3)]
    [GlobalAvgPool] [Dropout(0.2f)] [Dense(classes, Name = "classifier")]
    """)]
public sealed class InceptionV4Attribute(int classes = 1000) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;
}
