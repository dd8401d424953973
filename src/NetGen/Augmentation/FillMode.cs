namespace NetGen;

/// <summary>What lies beyond an image's border, as Keras's <c>fill_mode</c>; in the pictures the image is <c>abcd</c>.</summary>
public enum FillMode
{
    /// <summary><c>aaaa|abcd|dddd</c>: the nearest pixel of the image.</summary>
    Nearest,

    /// <summary>
    /// <c>kkkk|abcd|kkkk</c>: a value a channel. Between the outermost pixels' centres values are interpolated, and beyond them the value stands alone, as with
    /// SciPy's <c>constant</c>: there is no blending of the two.
    /// </summary>
    Constant,

    /// <summary><c>dcba|abcd|dcba</c>: the image mirrored, its outermost pixels twice.</summary>
    Reflect,

    /// <summary>
    /// <c>abcd|abcd|abcd</c>: the image again, as Keras documents it. It is SciPy's <c>grid-wrap</c>; SciPy's <c>wrap</c>, which Keras calls, has the first and
    /// the last pixel overlap.
    /// </summary>
    Wrap,
}
