using NetGen;

namespace Captions;

/// <summary>Names the things in a picture, wherever they are and however they lie: what the convolutions of <see cref="Captioner"/> learn before they are asked for sentences.</summary>
[Input(SceneDrawing.Channels, SceneDrawing.Side, SceneDrawing.Side)]
[Eyes]
[GlobalMaxPool]
[BinaryCrossEntropy]
public sealed partial class Namer;
