using System.ComponentModel;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <summary>
/// How packed weights split output channels into blocks on this processor: the widest register tile's width, as equal as can be.
/// The generator's kernels hold the same rule as constants (<c>Tiles.ChannelBlocks</c>).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ChannelBlocks
{
    private readonly int _vector;
    private readonly int _size;
    private readonly int _large;

    private ChannelBlocks(int outputs)
    {
        _vector = UsesAvx512 ? 16 : UsesAvx2 ? 8 : 4;
        int vectors = outputs / _vector;
        int most = UsesAvx512 ? 4 : 2;
        Count = (vectors + most - 1) / most;
        _size = (vectors + Count - 1) / Count;
        _large = vectors - (Count * (_size - 1));
    }

    /// <summary>Whether kernels run in their AVX-512 form.</summary>
    public static bool UsesAvx512 => Avx512F.IsSupported;

    /// <summary>Whether kernels run in their AVX2 form, where not in the AVX-512 form.</summary>
    public static bool UsesAvx2 => Avx2.IsSupported && Fma.IsSupported;

    /// <summary>The blocks.</summary>
    public int Count { get; }

    /// <summary>The blocks of so many output channels.</summary>
    /// <param name="outputs">Output channels, padded to a multiple of 16.</param>
    /// <returns>The split.</returns>
    public static ChannelBlocks Of(int outputs) => new(outputs);

    /// <summary>The first output channel of a block.</summary>
    /// <param name="block">0 for the first.</param>
    /// <returns>A channel.</returns>
    public int Start(int block) => _vector * ((block * _size) - Math.Max(0, block - _large));

    /// <summary>The output channels of a block.</summary>
    /// <param name="block">0 for the first.</param>
    /// <returns>A number of channels.</returns>
    public int Width(int block) => _vector * (block < _large ? _size : _size - 1);
}
