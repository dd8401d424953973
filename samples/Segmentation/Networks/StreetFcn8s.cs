using NetGen;

namespace Segmentation;

/// <summary>For CamVid's street scenes, on a canvas whose sides five pools halve.</summary>
[Input(3, CamVid.CanvasHeight, CamVid.CanvasWidth)]
[Fcn8s(CamVid.Classes, 32, 64, 128, 192, 256, 384)]
[SoftmaxCrossEntropy(IgnoreIndex = CamVid.Void, ClassWeights = CamVid.ClassWeights)]
public sealed partial class StreetFcn8s;
