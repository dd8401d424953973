using NetGen.Generators.IR;

namespace NetGen.Generators.Rendering;

/// <summary>How windows are named.</summary>
internal static class WindowText
{
    /// <summary>The part of a convolution's name that its window and groups are: <c>3x3_s2_p1_d2_g4</c>.</summary>
    public static string Key(this Window window, int groups) =>
        $"{window.KernelY}x{window.KernelX}_s{Pair(window.StrideY, window.StrideX)}_p{Pair(window.PadY, window.PadX)}"
        + (window.DilationY * window.DilationX == 1 ? "" : $"_d{Pair(window.DilationY, window.DilationX)}")
        + (groups == 1 ? "" : $"_g{groups}");

    private static string Pair(int y, int x) => y == x ? $"{y}" : $"{y}x{x}";
}
