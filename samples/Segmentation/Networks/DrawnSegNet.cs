using NetGen;

namespace Segmentation;

/// <summary>For drawn scenes.</summary>
[Input(3, DrawnScenes.Height, DrawnScenes.Width)]
[SegNet(DrawnScenes.Classes, 16, 32, 48)]
[SoftmaxCrossEntropy]
public sealed partial class DrawnSegNet;
