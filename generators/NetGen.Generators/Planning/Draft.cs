using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>How memory is divided: what has the same layout may take turns in one place without its border being cleared.</summary>
internal readonly record struct DraftLayout(int Height, int Width, int Pitch, int HaloY, int HaloX);

/// <summary>A buffer before it has a place.</summary>
internal sealed class Draft(string name, ElementType element, Region region, int layer, BufferRole role, long size, Plane? plane, DraftLayout key)
{
    public string Name => name;

    public ElementType Element => element;

    public Region Region => region;

    public long Size => size;

    /// <summary>The layout of a value; none for other regions.</summary>
    public Plane? Plane => plane;

    public DraftLayout Key => key;

    public int Layer => layer;

    public BufferRole Role => role;

    public int First { get; set; } = -1;

    public int Last { get; set; } = -1;

    /// <summary>Images that it holds at once.</summary>
    public int Images { get; private set; } = 1;

    /// <summary>The call from which on its memory is its own.</summary>
    public int Begin { get; private set; }

    /// <summary>The last call at which its memory is its own.</summary>
    public int End { get; private set; }

    /// <summary>
    /// What lives in one segment holds its images at a time. What goes on to another holds the chunk's, and its memory is its own through all turns of
    /// the segments that it begins and ends in.
    /// </summary>
    public void SetImages(List<Segment> segments, int chunk)
    {
        (Begin, End) = (First, Last);
        int begin = segments.FindIndex(s => First <= s.End);
        int end = segments.FindIndex(s => Last <= s.End);
        Images = begin == end ? segments[begin].Images : chunk;
        if (begin != end)
        {
            Begin = begin == 0 ? 1 : segments[begin - 1].End + 1;
            End = segments[end].End;
        }
    }
}
