namespace NetGen.Zoo;

/// <summary>
/// GoogLeNet, also called Inception-v1: Szegedy et al. 2014, "Going Deeper with Convolutions", table 1. Nine <see cref="InceptionAttribute"/>
/// blocks in three stages; convolutions have biases and there is no batch norm. (3, 224, 224) or other images to (<c>classes</c>).
/// </summary>
/// <param name="classes">The outputs.</param>
[Layers("""
    [GoogLeNetStem(Name = "stem")]
    [Inception(64, 96, 128, 16, 32, 32, Name = "inception3a")]
    [Inception(128, 128, 192, 32, 96, 64, Name = "inception3b")]
    [MaxPool(3, Stride = 2, CeilMode = true)]
    [Inception(192, 96, 208, 16, 48, 64, Name = "inception4a")]
    if (Heads) { [Tag("4a")] [GoogLeNetHead(classes, "aux1", Name = "head1")] [From("4a")] }
    [Inception(160, 112, 224, 24, 64, 64, Name = "inception4b")]
    [Inception(128, 128, 256, 24, 64, 64, Name = "inception4c")]
    [Inception(112, 144, 288, 32, 64, 64, Name = "inception4d")]
    if (Heads) { [Tag("4d")] [GoogLeNetHead(classes, "aux2", Name = "head2")] [From("4d")] }
    [Inception(256, 160, 320, 32, 128, 128, Name = "inception4e")]
    [MaxPool(3, Stride = 2, CeilMode = true)]
    [Inception(256, 160, 320, 32, 128, 128, Name = "inception5a")]
    [Inception(384, 192, 384, 48, 128, 128, Name = "inception5b")]
    [GlobalAvgPool] [Dropout(0.4f)] [Dense(classes, Name = "classifier")]
    """)]
public sealed class GoogLeNetAttribute(int classes = 1000) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;

    /// <summary>
    /// Whether training has the auxiliary classifiers after 4a and 4d, the outputs <c>aux1</c> and <c>aux2</c>; the model then needs a
    /// loss, and images of 65 pixels or more.
    /// </summary>
    public bool Heads { get; set; }
}
