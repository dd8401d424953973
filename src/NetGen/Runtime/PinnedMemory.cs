using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// A zeroed run of floats that spans may show to users: a pinned array, aligned to a cache line. A span keeps the array alive, whatever becomes of the model,
/// so nothing is ever written to memory that somebody else has by then.
/// </summary>
internal sealed unsafe class PinnedMemory
{
    private const int Line = 64 / sizeof(float);

    /// <summary>Room after the end, so that a vector load at the last element stays inside.</summary>
    private const int Slack = 256;

    private readonly float[] _array;
    private readonly int _first;

    /// <summary>Allocates.</summary>
    /// <param name="length">Floats.</param>
    /// <exception cref="OutOfMemoryException">There is no such array.</exception>
    public PinnedMemory(int length)
    {
        Length = length;
        _array = GC.AllocateArray<float>(checked(length + Line + Slack), pinned: true);
        nuint start = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array));
        _first = (int)(((64 - (start % 64)) % 64) / sizeof(float));
    }

    /// <summary>Floats.</summary>
    public int Length { get; }

    /// <summary>The first float. It lives as long as this object, or a span of it.</summary>
    public float* Pointer => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array)) + _first;

    /// <summary>Some of the floats.</summary>
    public Span<float> Slice(int start, int length) => _array.AsSpan(_first + start, length);
}
