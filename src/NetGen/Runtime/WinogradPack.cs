using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

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
    /// <param name="part">Which part of the work is done.</param>
    /// <param name="parts">Into how many it is cut.</param>
    public static void Conv(float* weight, float* packed, int outputs, int inputs, int tile, bool byPoint = false, int part = 0, int parts = 1) =>
        Fill(new Source(weight, outputs, inputs, LaneStride: (long)inputs * Taps, DepthStride: Taps, IsTurned: false), null, null, 0, packed, tile, byPoint, part, parts);

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
        Fill(new Source(weight, outputs, inputs, LaneStride: (long)inputs * Taps, DepthStride: Taps, IsTurned: false), gamma, variance, epsilon, packed, tile, byPoint, 0, 1);

    /// <summary>Packs weights for the gradient by the input: inputs and outputs exchanged, and the taps from the last to the first.</summary>
    /// <param name="weight">(outputs, inputs, 3, 3).</param>
    /// <param name="packed">The result.</param>
    /// <param name="outputs">Output channels.</param>
    /// <param name="inputs">Input channels.</param>
    /// <param name="tile">Outputs of a tile in each direction: 2 or 4.</param>
    /// <param name="byPoint">Whether a point's weights of all output channels lie together, instead of a block's of all points.</param>
    /// <param name="part">Which part of the work is done.</param>
    /// <param name="parts">Into how many it is cut.</param>
    public static void ConvTurned(float* weight, float* packed, int outputs, int inputs, int tile, bool byPoint = false, int part = 0, int parts = 1) =>
        Fill(new Source(weight, inputs, outputs, LaneStride: Taps, DepthStride: (long)inputs * Taps, IsTurned: true), null, null, 0, packed, tile, byPoint, part, parts);

    /// <remarks>
    /// A point's weights lie far from the next point's, at distances that meet in the same few places of the caches. So some input channels are transformed
    /// beside each other, and then go out point by point, in runs of several cache lines.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(Source source, float* gamma, float* variance, float epsilon, float* packed, int tile, bool byPoint, int part, int parts)
    {
        int points = (tile + Kernel - 1) * (tile + Kernel - 1);
        float* taps = stackalloc float[Taps * DepthAtATime * MostLanes];
        float* transformed = stackalloc float[MostPoints * MostPoints * DepthAtATime * MostLanes];
        float* factors = stackalloc float[MostLanes];
        int pitch = (source.Outputs + Lanes - 1) / Lanes * Lanes;
        bool far = PackedStore.IsFar((long)points * pitch * source.Depth);
        TeamShare share = TeamShare.Of(source.Depth, part, parts);
        ChannelBlocks blocks = ChannelBlocks.Of(pitch);
        for (int block = 0; block < blocks.Count; block++)
        {
            int start = blocks.Start(block);
            int width = blocks.Width(block);
            int real = Math.Clamp(source.Outputs - start, 0, width);
            new Span<float>(taps, Taps * DepthAtATime * MostLanes).Clear();
            for (int lane = 0; lane < real; lane++)
            {
                factors[lane] = gamma is null ? 1 : gamma[start + lane] / MathF.Sqrt(variance[start + lane] + epsilon);
            }

            for (int first = share.First; first < share.End; first += DepthAtATime)
            {
                int depths = Math.Min(DepthAtATime, share.End - first);
                for (int depth = 0; depth < depths; depth++)
                {
                    float* own = taps + (depth * Taps * MostLanes);
                    float* from = source.Weight + (start * source.LaneStride) + ((first + depth) * source.DepthStride);
                    Square.Transpose(from, (nint)source.LaneStride, real, Taps, factors, source.IsTurned ? own + ((Taps - 1) * MostLanes) : own, source.IsTurned ? -MostLanes : MostLanes);
                    Transform(own, transformed + (depth * width), width, depths * width, tile);
                }

                float* to = packed + (byPoint ? (long)start * source.Depth : (long)start * points * source.Depth) + ((long)first * width);
                long step = (long)source.Depth * (byPoint ? pitch : width);
                for (int point = 0; point < points; point++)
                {
                    PackedStore.Copy(transformed + (point * depths * width), to + (point * step), depths * width, far);
                }
            }
        }

        PackedStore.End(far);
    }

    /// <summary>G g Gᵀ of so many channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static void Transform(float* taps, float* to, int channels, int point, int tile)
    {
        int patch = tile + Kernel - 1;
        float* half = stackalloc float[MostPoints * Kernel * Lanes];
        for (int channel = 0; channel < channels; channel += Vector<float>.Count)
        {
            for (int column = 0; column < Kernel; column++)
            {
                float* g = taps + channel + (column * MostLanes);
                Points(g, Kernel * MostLanes, half + (column * Lanes), Kernel * Lanes, tile);
            }

            for (int y = 0; y < patch; y++)
            {
                Points(half + (y * Kernel * Lanes), Lanes, to + channel + (y * patch * point), point, tile);
            }
        }
    }

    /// <summary>G g: the points of three taps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Points(float* taps, nint tap, float* points, nint point, int tile)
    {
        Vector<float> g0 = Vector.Load(taps);
        Vector<float> g1 = Vector.Load(taps + tap);
        Vector<float> g2 = Vector.Load(taps + (2 * tap));
        if (tile == 2)
        {
            Vector<float> sum = (g0 + g2) * 0.5f;
            Vector.Store(g0, points);
            Vector.Store(sum + (g1 * 0.5f), points + point);
            Vector.Store(sum - (g1 * 0.5f), points + (2 * point));
            Vector.Store(g2, points + (3 * point));
            return;
        }

        Vector<float> even = (g0 + g2) * (-1f / 6);
        Vector<float> rest = (g0 * (1f / 24)) + (g2 * (1f / 6));
        Vector.Store(g0 * 0.25f, points);
        Vector.Store(even - (g1 * (1f / 6)), points + point);
        Vector.Store(even + (g1 * (1f / 6)), points + (2 * point));
        Vector.Store(rest + (g1 * (1f / 12)), points + (3 * point));
        Vector.Store(rest - (g1 * (1f / 12)), points + (4 * point));
        Vector.Store(g2, points + (5 * point));
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
