namespace NetGen.Generators.IR;

/// <summary>A window that slides over an image: kernel, stride, padding and dilation by height and width.</summary>
internal readonly record struct Window(int KernelY, int KernelX, int StrideY, int StrideX, int PadY, int PadX, int DilationY, int DilationX)
{
    /// <summary>The rows and columns that the dilated kernel covers.</summary>
    public int ExtentY => (DilationY * (KernelY - 1)) + 1;

    public int ExtentX => (DilationX * (KernelX - 1)) + 1;
}
