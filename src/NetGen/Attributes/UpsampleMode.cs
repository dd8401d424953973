namespace NetGen;

/// <summary>Where the new pixels of an enlarged image come from.</summary>
public enum UpsampleMode
{
    /// <summary>Every pixel becomes a square of itself.</summary>
    Nearest,

    /// <summary>A weighted mean of the four pixels around, by the distance of the pixels' centres: PyTorch's <c>align_corners=False</c>.</summary>
    Bilinear,
}
