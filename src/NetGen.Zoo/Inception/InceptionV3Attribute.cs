namespace NetGen.Zoo;

/// <summary>
/// Inception-v3: Szegedy et al. 2015, "Rethinking the Inception Architecture for Computer Vision", table 1, with the widths of the authors' released
/// code, which torchvision has as well. (3, 299, 299) or other images of 75 pixels or more to (<c>classes</c>).
/// </summary>
/// <param name="classes">The outputs.</param>
[Layers("""
    [InceptionV3Stem(Name = "stem")]
    [InceptionV3A(32, Name = "mixed5b")]
    [InceptionV3A(64, Name = "mixed5c")]
    [InceptionV3A(64, Name = "mixed5d")]
    [InceptionV3B(Name = "mixed6a")]
    [InceptionV3C(128, Name = "mixed6b")]
    [InceptionV3C(160, Name = "mixed6c")]
    [InceptionV3C(160, Name = "mixed6d")]
    [InceptionV3C(192, Name = "mixed6e")]
    if (Heads) { [Tag("6e")] [InceptionV3Head(classes, "aux", Name = "head")] [From("6e")] }
    [InceptionV3D(Name = "mixed7a")]
    [InceptionV3E(Name = "mixed7b")]
    [InceptionV3E(Name = "mixed7c")]
    [GlobalAvgPool] [Dropout(0.5f)] [Dense(classes, Name = "classifier")]
    """)]
public sealed class InceptionV3Attribute(int classes = 1000) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>
    /// Whether training has the auxiliary classifier after 6e, the output <c>aux</c>; the model then needs a loss, and images of 299
    /// pixels or more.
    /// </summary>
    public bool Heads { get; set; }
}
