using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Regions of an image, brought to one size. The node reads the image and the boxes.</summary>
/// <param name="Tag">The tag of the boxes.</param>
/// <param name="H">Rows of a region.</param>
/// <param name="W">Columns of a region.</param>
/// <param name="SpatialScale">What coordinates are multiplied with.</param>
internal abstract record RoISpec(string Tag, int H, int W, float SpatialScale) : JoinSpec(new EquatableArray<string>([Tag]))
{
    public override string ArgumentOf(int tag) => "tag";

    /// <summary>Boxes say where to look.</summary>
    public override bool PassesGradientTo(int input) => input == 0;
}

/// <summary>Regions by bilinear interpolation.</summary>
/// <param name="Tag">The tag of the boxes.</param>
/// <param name="H">Rows of a region.</param>
/// <param name="W">Columns of a region.</param>
/// <param name="SpatialScale">What coordinates are multiplied with.</param>
/// <param name="SamplingRatio">Samples along each side of a cell.</param>
/// <param name="Aligned">Whether pixel centres lie half a pixel from the edges.</param>
internal sealed record RoIAlignSpec(string Tag, int H, int W, float SpatialScale, int SamplingRatio, bool Aligned) : RoISpec(Tag, H, W, SpatialScale);

/// <summary>The largest values of regions' cells.</summary>
/// <param name="Tag">The tag of the boxes.</param>
/// <param name="H">Rows of a region.</param>
/// <param name="W">Columns of a region.</param>
/// <param name="SpatialScale">What coordinates are multiplied with.</param>
internal sealed record RoIPoolSpec(string Tag, int H, int W, float SpatialScale) : RoISpec(Tag, H, W, SpatialScale);
