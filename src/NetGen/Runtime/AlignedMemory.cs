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

    private const int Alignment = 64;

    private void* _block;
    private float* _pointer;

    /// <summary>Allocates and zeroes.</summary>
    /// <param name="length">Floats.</param>
    /// <remarks>Large memory comes from the system as zeros and is not written here: a page costs its time where it is first used, on the thread that uses it, if it is.</remarks>
    public AlignedMemory(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        nuint bytes = checked((nuint)(length + Slack) * sizeof(float));
        _block = NativeMemory.AllocZeroed(checked(bytes + Alignment - 1));
        _pointer = (float*)(((nuint)_block + Alignment - 1) / Alignment * Alignment);
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

        NativeMemory.Free(_block);
        _block = null;
        _pointer = null;
        GC.RemoveMemoryPressure((long)checked((nuint)(Length + Slack) * sizeof(float)));
    }
}
