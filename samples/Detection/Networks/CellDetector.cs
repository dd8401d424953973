using NetGen;

namespace Detection;

/// <summary>
/// Faster R-CNN in small (Ren et al. 2015, "Faster R-CNN: Towards Real-Time Object Detection with Region Proposal Networks"): features; at each of their places the scores and codes of anchors; and for
/// given boxes the scores of the classes, of which the first is the background, and a code for each class.
/// </summary>
[Input(3, BloodCells.Height, BloodCells.Width)] [Input(Regions, 4, Name = "boxes")]
[Backbone(32)] [Tag("map")]
[Conv(128, 3, Pad = 1)] [ReLU] [Tag("places")]
[Conv(AnchorsPerPlace, 1)] [Output("objectness")]
[From("places")] [Conv(4 * AnchorsPerPlace, 1)] [Output("anchor_codes")]
[From("map")] [RoIAlign(7, 7, "boxes", SpatialScale = 1f / Stride)] [Dense(256)] [ReLU] [Dropout(0.3f)] [Tag("region")]
[Dense(4 * Classes)] [Output("codes")]
[From("region")] [Dense(Classes + 1)]
public sealed partial class CellDetector
{
    /// <summary>Boxes that are looked at in a pass.</summary>
    public const int Regions = 96;

    /// <summary>Kinds of cells.</summary>
    public const int Classes = 3;

    /// <summary>Pixels from place to place of the features.</summary>
    public const int Stride = 8;

    /// <summary>Sizes by ratios of <see cref="Anchors"/>.</summary>
    public const int AnchorsPerPlace = 4;

    /// <summary>Cells are about as wide as they are high: from platelets to white cells.</summary>
    public static AnchorGrid Anchors { get; } = new([20, 40, 56, 96], [1]);
}
