namespace Segmentation;

/// <summary>The networks to choose from.</summary>
internal enum NetworkKind
{
    /// <summary>An encoder and its mirror image, which puts values back where pools found them.</summary>
    SegNet,

    /// <summary>A classifier made convolutional, whose scores at three scales are enlarged and added.</summary>
    Fcn8s,
}
