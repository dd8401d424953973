namespace NetGen;

#pragma warning disable CS3015 // Nobody outside derives from it, so it has no public constructor at all.

/// <summary>A pool that slides a window over the steps of a sequence.</summary>
public abstract class StepPoolAttribute : LayerAttribute
{
    private int? _stride;
    private int? _padBefore;
    private int? _padAfter;

    private protected StepPoolAttribute(int kernel) => Kernel = kernel;

    /// <summary>The steps of a window. From 1 to 32,767.</summary>
    public int Kernel { get; }

    /// <summary>The steps from one window to the next; the window's unless it is set. From 1 to 32,767.</summary>
    public int Stride
    {
        get => _stride ?? Kernel;
        set => _stride = value;
    }

    /// <summary>The steps added on either side, at most half the window. From 0 to 32,767.</summary>
    public int Pad { get; set; }

    /// <summary>The steps added before the first, at most half the window. From 0 to 32,767.</summary>
    public int PadBefore
    {
        get => _padBefore ?? Pad;
        set => _padBefore = value;
    }

    /// <summary>The steps added after the last, at most half the window. From 0 to 32,767.</summary>
    public int PadAfter
    {
        get => _padAfter ?? Pad;
        set => _padAfter = value;
    }

    /// <summary>Whether a last window that reaches past the end still counts, so that the number of steps is rounded up.</summary>
    public bool CeilMode { get; set; }
}
