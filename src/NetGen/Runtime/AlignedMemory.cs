using System.ComponentModel;
using System.Runtime.ConstrainedExecution;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// A zeroed run of floats outside the managed heap, aligned to a cache line, freed with its last owner. Its finalizer comes after all ordinary ones, so that a
/// finalizer of the user's can still predict.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public sealed unsafe class AlignedMemory : CriticalFinalizerObject, IDisposable
{
    /// <summary>Room after the end, so that a vector load at the last element stays inside.</summary>
    private const int Slack = 256;

    private float* _pointer;

    /// <summary>Allocates and zeroes.</summary>
    /// <param name="length">Floats.</param>
    public AlignedMemory(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        nuint bytes = checked((nuint)(length + Slack) * sizeof(float));
        _pointer = (float*)NativeMemory.AlignedAlloc(bytes, 64);
        NativeMemory.Clear(_pointer, bytes);
        GC.AddMemoryPressure((long)bytes);
    }

    /// <summary>Frees what its owner forgot.</summary>
    ~AlignedMemory() => Free();

    /// <summary>Floats.</summary>
    public long Length { get; }

    /// <summary>The first float.</summary>
    /// <exception cref="ObjectDisposedException">It was freed.</exception>
    public float* Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_pointer is null, this);
            return _pointer;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_pointer is null)
        {
            return;
        }

        NativeMemory.AlignedFree(_pointer);
        _pointer = null;
        GC.RemoveMemoryPressure((long)checked((nuint)(Length + Slack) * sizeof(float)));
    }
}
