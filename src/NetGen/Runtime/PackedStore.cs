using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>
/// Writes packed weights. Where they are so many that the first are gone from the caches when the last are written, they go past the caches: a line that is written as a whole need not be read before,
/// which is half of the way that bounds packing.
/// </summary>
internal static unsafe class PackedStore
{
    /// <summary>Packed values of a parameter from which on they go past the caches: two mebibytes, more than the second-level cache of any core.</summary>
    private const long Far = 512 * 1024;

    private const int Line = 16;

    /// <summary>Whether so many packed values go past the caches.</summary>
    public static bool IsFar(long values) => Avx.IsSupported && values >= Far;

    /// <summary>Copies a run of packed values.</summary>
    /// <param name="from">The values.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="count">How many.</param>
    /// <param name="far">Whether to write past the caches; a run that is no whole lines is written as ever.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(float* from, float* to, int count, bool far)
    {
        if (!far || count % Line != 0 || (nint)to % (Line * sizeof(float)) != 0)
        {
            new ReadOnlySpan<float>(from, count).CopyTo(new Span<float>(to, count));
            return;
        }

        if (Vector512.IsHardwareAccelerated)
        {
            for (int i = 0; i < count; i += Line)
            {
                Vector512.StoreAlignedNonTemporal(Vector512.Load(from + i), to + i);
            }

            return;
        }

        for (int i = 0; i < count; i += Line)
        {
            Vector256.StoreAlignedNonTemporal(Vector256.Load(from + i), to + i);
            Vector256.StoreAlignedNonTemporal(Vector256.Load(from + i + (Line / 2)), to + i + (Line / 2));
        }
    }

    /// <summary>Ends a parameter: what was written past the caches is seen by other threads before anything that is written after.</summary>
    public static void End(bool far)
    {
        if (far)
        {
            Sse.StoreFence();
        }
    }
}
