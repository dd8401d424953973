using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Where the values of an image of the batch lie in training: chunks have slots one after the other, and a buffer's images follow each other within a slot.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImagePlace
{
    /// <summary>Floats from the first chunk's slot to the slot of the image's chunk.</summary>
    public long Slot;

    /// <summary>The image's place in its chunk.</summary>
    public long InChunk;

    /// <summary>Floats from a buffer's first image in the batch to this one.</summary>
    /// <param name="image">Floats from an image of the buffer to the next.</param>
    /// <returns>The distance.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly nint In(long image) => (nint)(Slot + (InChunk * image));
}
