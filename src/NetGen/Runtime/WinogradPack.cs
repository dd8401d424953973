using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <summary>
/// Transforms 3×3 weights for Winograd's minimal filtering (Lavin and Gray 2016, section 4: U = G g Gᵀ) and packs them in the order in which kernels read
/// them: block of output channels, point, input channel, and the block's output channels together; or point by point, a point's blocks after each other.
/// Channels that do not exist are zero.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class WinogradPack
{
    private const int Lanes = 16;
    private const int MostLanes = 64;
    private const int Kernel = 3;
    private const int Taps = Kernel * Kernel;

    /// <summary>Points of a tile of four outputs in one direction.</summary>
    private const int MostPoints = 6;

    /// <summary>Input channels that are transformed before they go out: 36 KB at most.</summary>
    private const int DepthAtATime = 4;

    /// <summary>Packs the weights of a convolution.</summary>
    /// <param name="weight">(outputs, inputs, 3, 3).</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="tile">Outputs of a tile in each direction: 2 or 4.</param>
    /// <param name="byPoint">Whether a point's weights of all output channels lie together, instead of a block's of all points.</param>
    public static void Conv(float* weight, float* packed, int outputs, int inputs, int tile, bool byPoint = false) =>
        Fill(new Source(weight, outputs, inputs, LaneStride: (long)inputs * Taps, DepthStride: Taps, IsTurned: false), null, null, 0, packed, tile, byPoint);

    /// <summary>The same with a batch norm's factor, weight / √(variance + epsilon), on each output channel.</summary>
    /// <param name="weight">(outputs, inputs, 3, 3).</param>
    /// <param name="gamma">The batch norm's weight.</param>
    /// <param name="variance">The batch norm's running variance.</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="tile">Outputs of a tile in each direction: 2 or 4.</param>
    /// <param name="epsilon">The batch norm's epsilon.</param>
    /// <param name="byPoint">Whether a point's weights of all output channels lie together, instead of a block's of all points.</param>
    public static void ConvWithBatchNorm(float* weight, float* gamma, float* variance, float* packed, int outputs, int inputs, int tile, float epsilon, bool byPoint = false) =>
        Fill(new Source(weight, outputs, inputs, LaneStride: (long)inputs * Taps, DepthStride: Taps, IsTurned: false), gamma, variance, epsilon, packed, tile, byPoint);

    /// <summary>Packs weights for the gradient by the input: inputs and outputs exchanged, and the taps from the last to the first.</summary>
    /// <param name="weight">(outputs, inputs, 3, 3).</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="tile">Outputs of a tile in each direction: 2 or 4.</param>
    /// <param name="byPoint">Whether a point's weights of all output channels lie together, instead of a block's of all points.</param>
    public static void ConvTurned(float* weight, float* packed, int outputs, int inputs, int tile, bool byPoint = false) =>
        Fill(new Source(weight, inputs, outputs, LaneStride: Taps, DepthStride: (long)inputs * Taps, IsTurned: true), null, null, 0, packed, tile, byPoint);

    /// <remarks>
    /// A point's weights lie far from the next point's, at distances that meet in the same few places of the caches. So some input channels are transformed
    /// beside each other, and then go out point by point, in runs of several cache lines.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(Source source, float* gamma, float* variance, float epsilon, float* packed, int tile, bool byPoint)
    {
        int points = (tile + Kernel - 1) * (tile + Kernel - 1);
        float* taps = stackalloc float[Taps * MostLanes];
        float* transformed = stackalloc float[MostPoints * MostPoints * DepthAtATime * MostLanes];
        float* factors = stackalloc float[MostLanes];
        int pitch = (source.Outputs + Lanes - 1) / Lanes * Lanes;
        ChannelBlocks blocks = ChannelBlocks.Of(pitch);
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block);
            int width = blocks.Width(block);
            int real = Math.Clamp(source.Outputs - start, 0, width);
            new Span<float>(taps, Taps * MostLanes).Clear();
            for (int lane = 0; lane < real; lane++)
            {
                factors[lane] = gamma is null ? 1 : gamma[start + lane] / MathF.Sqrt(variance[start + lane] + epsilon);
            }

            for (int first = 0; first < source.Depth; first += DepthAtATime)
            {
                int depths = Math.Min(DepthAtATime, source.Depth - first);
                for (int depth = 0; depth < depths; depth++)
                {
                    for (int lane = 0; lane < real; lane++)
                    {
                        float* from = source.Weight + ((start + lane) * source.LaneStride) + ((first + depth) * source.DepthStride);
                        for (int tap = 0; tap < Taps; tap++)
                        {
                            taps[(tap * MostLanes) + lane] = from[source.IsTurned ? Taps - 1 - tap : tap] * factors[lane];
                        }
                    }

                    for (int lane = 0; lane < width; lane += Vector128<float>.Count)
                    {
                        Transform(taps + lane, transformed + (depth * width) + lane, depths * width, tile);
                    }
                }

                float* to = packed + (byPoint ? (long)start * source.Depth : (long)start * points * source.Depth) + ((long)first * width);
                long step = (long)source.Depth * (byPoint ? pitch : width);
                for (int point = 0; point < points; point++)
                {
                    new ReadOnlySpan<float>(transformed + (point * depths * width), depths * width)
                        .CopyTo(new Span<float>(to + (point * step), depths * width));
                }
            }
        }
    }

    /// <summary>G g Gᵀ of four channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static void Transform(float* taps, float* to, int point, int tile)
    {
        int patch = tile + Kernel - 1;
        Vector128<float>* half = stackalloc Vector128<float>[MostPoints * Kernel];
        Vector128<float>* row = stackalloc Vector128<float>[MostPoints];
        for (int column = 0; column < Kernel; column++)
        {
            float* g = taps + (column * MostLanes);
            Points(Vector128.Load(g), Vector128.Load(g + (Kernel * MostLanes)), Vector128.Load(g + (2 * Kernel * MostLanes)), row, tile);
            for (int y = 0; y < patch; y++)
            {
                half[(y * Kernel) + column] = row[y];
            }
        }

        for (int y = 0; y < patch; y++)
        {
            Vector128<float>* g = half + (y * Kernel);
            Points(g[0], g[1], g[2], row, tile);
            for (int x = 0; x < patch; x++)
            {
                Vector128.Store(row[x], to);
                to += point;
            }
        }
    }

    /// <summary>G g: the points of three taps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Points(Vector128<float> g0, Vector128<float> g1, Vector128<float> g2, Vector128<float>* points, int tile)
    {
        if (tile == 2)
        {
            Vector128<float> sum = (g0 + g2) * 0.5f;
            points[0] = g0;
            points[1] = sum + (g1 * 0.5f);
            points[2] = sum - (g1 * 0.5f);
            points[3] = g2;
            return;
        }

        Vector128<float> even = (g0 + g2) * (-1f / 6);
        Vector128<float> rest = (g0 * (1f / 24)) + (g2 * (1f / 6));
        points[0] = g0 * 0.25f;
        points[1] = even - (g1 * (1f / 6));
        points[2] = even + (g1 * (1f / 6));
        points[3] = rest + (g1 * (1f / 12));
        points[4] = rest - (g1 * (1f / 12));
        points[5] = g2;
    }

    /// <summary>Where weights lie.</summary>
    private readonly record struct Source(nint Address, int Outputs, int Depth, long LaneStride, long DepthStride, bool IsTurned)
    {
        public Source(float* weight, int Outputs, int Depth, long LaneStride, long DepthStride, bool IsTurned)
            : this((nint)weight, Outputs, Depth, LaneStride, DepthStride, IsTurned)
        {
        }

        public float* Weight => (float*)Address;
    }
}
