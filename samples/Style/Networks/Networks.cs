using NetGen;

namespace Style;

/// <summary>What a network trained on photographs sees of a whole one.</summary>
[Input(3, PictureSize.Height, PictureSize.Width)] [PretrainedFeatures]
public sealed partial class PhotographFeatures;

/// <summary>The same of a part.</summary>
[Input(3, PictureSize.Part, PictureSize.Part)] [PretrainedFeatures]
public sealed partial class PartFeatures;

/// <summary>What random filters see of a drawn picture.</summary>
[Input(3, PictureSize.DrawnHeight, PictureSize.DrawnWidth)] [RandomFeatures(64, 5)]
public sealed partial class DrawnFeatures;

/// <summary>A picture as a model of one layer: of an input of 1, the weights are what comes out. So an optimizer can change it.</summary>
[Input(1)] [Dense(3 * PictureSize.Height * PictureSize.Width, Bias = false, Name = "picture")] [Reshape(3, PictureSize.Height, PictureSize.Width)]
public sealed partial class PhotographCanvas;

/// <summary>The same of the size of drawn pictures.</summary>
[Input(1)] [Dense(3 * PictureSize.DrawnHeight * PictureSize.DrawnWidth, Bias = false, Name = "picture")] [Reshape(3, PictureSize.DrawnHeight, PictureSize.DrawnWidth)]
public sealed partial class DrawnCanvas;

/// <summary>Repaints a whole photograph.</summary>
[Input(3, PictureSize.Height, PictureSize.Width)] [Painter(16, 4)]
public sealed partial class PhotographPainter;

/// <summary>Repaints a part of one.</summary>
[Input(3, PictureSize.Part, PictureSize.Part)] [Painter(16, 4)]
public sealed partial class PartPainter;

/// <summary>Repaints a drawn picture.</summary>
[Input(3, PictureSize.DrawnHeight, PictureSize.DrawnWidth)] [Painter(16, 4)]
public sealed partial class DrawnPainter;
