using NetGen;

namespace Segmentation;

/// <summary>For CamVid's street scenes, on a canvas whose sides five pools halve.</summary>
/// <remarks>What rare classes count for: the square roots of SegNet's weights by median frequency, which are for the mean of recalls and would cost precision.</remarks>
[Input(3, CamVid.CanvasHeight, CamVid.CanvasWidth)]
[SegNet(CamVid.Classes, 32, 64, 96, 128, 160)]
[SoftmaxCrossEntropy(IgnoreIndex = CamVid.Void, ClassWeights = CamVid.ClassWeights)]
public sealed partial class StreetSegNet;
