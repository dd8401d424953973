namespace NetGen.Zoo;

/// <summary>
/// Inception-v2, also called BN-Inception: Ioffe and Szegedy 2015, "Batch Normalization: Accelerating Deep Network Training by Reducing Internal
/// Covariate Shift", appendix, figure 5. (3, 224, 224) or other images to (<c>classes</c>).
/// </summary>
/// <remarks>
/// Figure 5 gives 4c and 4d 128 filters after the pool, which does not add up to the 576 channels it gives as their output, nor to the
/// 1024 of 4e; with 96, as in the authors' TensorFlow code, it does.
/// </remarks>
/// <param name="classes">The outputs.</param>
[Layers("""
    [InceptionV2Stem(Name = "stem")]
    [InceptionV2Mixed(64, 64, 64, 64, 96, 32, Name = "mixed3a")]
    [InceptionV2Mixed(64, 64, 96, 64, 96, 64, Name = "mixed3b")]
    [InceptionV2Reduction(128, 160, 64, 96, Name = "mixed3c")]
    [InceptionV2Mixed(224, 64, 96, 96, 128, 128, Name = "mixed4a")]
    [InceptionV2Mixed(192, 96, 128, 96, 128, 128, Name = "mixed4b")]
    [InceptionV2Mixed(160, 128, 160, 128, 160, 96, Name = "mixed4c")]
    [InceptionV2Mixed(96, 128, 192, 160, 192, 96, Name = "mixed4d")]
    [InceptionV2Reduction(128, 192, 192, 256, Name = "mixed4e")]
    [InceptionV2Mixed(352, 192, 320, 160, 224, 128, Name = "mixed5a")]
    [InceptionV2Mixed(352, 192, 320, 192, 224, 128, MaxPool = true, Name = "mixed5b")]
    [GlobalAvgPool] [Dense(classes, Name = "classifier")]
    """)]
public sealed class InceptionV2Attribute(int classes = 1000) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;
}
