using NetGen;

namespace Segmentation;

/// <summary>For drawn scenes.</summary>
[Input(3, DrawnScenes.Height, DrawnScenes.Width)]
[Fcn8s(DrawnScenes.Classes, 16, 32, 48, 64, 64, 96)]
[SoftmaxCrossEntropy]
public sealed partial class DrawnFcn8s;
