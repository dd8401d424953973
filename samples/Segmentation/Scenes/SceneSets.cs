using NetGen;

namespace Segmentation;

/// <summary>Images with a class at each pixel, to train and to examine with.</summary>
/// <param name="Train">What is trained with.</param>
/// <param name="Validation">What is looked at after each epoch; nothing is chosen by it.</param>
/// <param name="Test">What the figure at the end is of.</param>
/// <param name="Classes">The classes' names.</param>
/// <param name="Colours">Red, green and blue of each class, and of pixels without one.</param>
/// <param name="Void">The label of pixels without a class; null where all have one.</param>
internal sealed record SceneSets(SceneDataset Train, SceneDataset Validation, SceneDataset Test, IReadOnlyList<string> Classes, IReadOnlyList<byte[]> Colours, int? Void);
