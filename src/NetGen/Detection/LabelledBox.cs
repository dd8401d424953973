namespace NetGen;

/// <summary>A box as somebody drew it: the truth that detections are held against.</summary>
/// <param name="Box">Where the object is.</param>
/// <param name="Class">What it is, from 0.</param>
public readonly record struct LabelledBox(BoundingBox Box, int Class)
{
    /// <summary>Whether nobody is to be blamed for missing it or praised for finding it: VOC's <c>difficult</c>, an object that can hardly be seen.</summary>
    public bool IsDifficult { get; init; }

    /// <summary>Whether it is a group of objects, any number of detections within which count for nothing: COCO's <c>iscrowd</c>.</summary>
    public bool IsCrowd { get; init; }
}
