namespace NetGen.Generators.IR;

/// <summary>A window that slides over an image: kernel, stride, padding before the image and dilation by height and width. There is as much padding behind the image unless that is said.</summary>
internal readonly record struct Window(int KernelY, int KernelX, int StrideY, int StrideX, int PadY, int PadX, int DilationY, int DilationX)
{
    /// <summary>The window of a pixel by itself: of 1×1 convolutions and dense layers.</summary>
    public static readonly Window Point = new(1, 1, 1, 1, 0, 0, 1, 1);

    private readonly int _moreBelow;
    private readonly int _moreRight;

    /// <summary>The rows of padding below the image; <see cref="PadY"/> are above it.</summary>
    public int PadBelow
    {
        get => PadY + _moreBelow;
        init => _moreBelow = value - PadY;
    }

    /// <summary>The columns of padding right of the image; <see cref="PadX"/> are left of it.</summary>
    public int PadRight
    {
        get => PadX + _moreRight;
        init => _moreRight = value - PadX;
    }

    /// <summary>The rows and columns that the dilated kernel covers.</summary>
    public int ExtentY => (DilationY * (KernelY - 1)) + 1;

    public int ExtentX => (DilationX * (KernelX - 1)) + 1;

    /// <summary>Whether there is as much padding behind the image as before it.</summary>
    public bool IsEven => _moreBelow == 0 && _moreRight == 0;

    /// <summary>The window as kernels need it that have the output's size from its plane: only where the first window begins matters to them.</summary>
    public Window Leading => this with { PadBelow = PadY, PadRight = PadX };

    /// <summary>The border of zeros around the image that all padding lies in.</summary>
    public (int Y, int X) Border => (Math.Max(PadY, PadBelow), Math.Max(PadX, PadRight));
}
