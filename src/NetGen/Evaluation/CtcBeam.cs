namespace NetGen;

/// <summary>The likeliest beginnings of label sequences, step by step (Graves 2012, "Supervised Sequence Labelling with Recurrent Neural Networks", section 7.5.2, with a beam instead of a queue).</summary>
/// <remarks>A beginning has two probabilities, of the paths that end with a blank and of those that end with its last label: a label that comes again right behind itself is another one only behind a blank.</remarks>
internal sealed class CtcBeam
{
    private const int NoParent = -1;
    private const int Blank = 0;

    /// <summary>All beginnings met so far, as a tree: each is its parent's and one label more.</summary>
    private readonly List<(int Parent, int Label)> _beginnings = [(NoParent, Blank)];
    private readonly Dictionary<(int Parent, int Label), int> _children = [];
    private readonly int _width;
    private readonly Dictionary<int, int> _slots = [];
    private List<Entry> _now = [new Entry(0, 0, double.NegativeInfinity)];
    private List<Entry> _next = [];

    public CtcBeam(int width) => _width = width;

    /// <summary>Goes a step on.</summary>
    /// <param name="logProbabilities">Of each class.</param>
    public void Step(ReadOnlySpan<double> logProbabilities)
    {
        _next.Clear();
        _slots.Clear();
        foreach (Entry entry in _now)
        {
            double whole = entry.Whole;
            int last = _beginnings[entry.Beginning].Label;
            AddBlank(entry.Beginning, whole + logProbabilities[Blank]);
            if (last != Blank)
            {
                AddLabel(entry.Beginning, entry.WithLabel + logProbabilities[last]);
            }

            for (int label = 1; label < logProbabilities.Length; label++)
            {
                AddLabel(Child(entry.Beginning, label), (label == last ? entry.WithBlank : whole) + logProbabilities[label]);
            }
        }

        _next.Sort();
        if (_next.Count > _width)
        {
            _next.RemoveRange(_width, _next.Count - _width);
        }

        (_now, _next) = (_next, _now);
    }

    /// <summary>The likeliest of what is left, the first the likeliest.</summary>
    public IReadOnlyList<CtcReading> Best(int count) => [.. _now.Where(e => e.Whole > double.NegativeInfinity).Take(count).Select(e => new CtcReading(LabelsOf(e.Beginning), Math.Min(e.Whole, 0)))];

    /// <summary>log(eᵃ + eᵇ).</summary>
    private static double LogSum(double a, double b)
    {
        (double low, double high) = a < b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(low) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }

    private void AddBlank(int beginning, double logProbability)
    {
        int slot = SlotOf(beginning);
        Entry entry = _next[slot];
        _next[slot] = entry with { WithBlank = LogSum(entry.WithBlank, logProbability) };
    }

    private void AddLabel(int beginning, double logProbability)
    {
        int slot = SlotOf(beginning);
        Entry entry = _next[slot];
        _next[slot] = entry with { WithLabel = LogSum(entry.WithLabel, logProbability) };
    }

    private int SlotOf(int beginning)
    {
        if (!_slots.TryGetValue(beginning, out int slot))
        {
            slot = _next.Count;
            _slots.Add(beginning, slot);
            _next.Add(new Entry(beginning, double.NegativeInfinity, double.NegativeInfinity));
        }

        return slot;
    }

    private int Child(int parent, int label)
    {
        if (!_children.TryGetValue((parent, label), out int child))
        {
            child = _beginnings.Count;
            _children.Add((parent, label), child);
            _beginnings.Add((parent, label));
        }

        return child;
    }

    private int[] LabelsOf(int beginning)
    {
        Stack<int> labels = [];
        for (int at = beginning; _beginnings[at].Parent != NoParent; at = _beginnings[at].Parent)
        {
            labels.Push(_beginnings[at].Label);
        }

        return [.. labels];
    }

    /// <summary>A beginning and the logarithms of its two probabilities. Of equal ones the one met first comes first, so that the same input has the same answer.</summary>
    private readonly record struct Entry(int Beginning, double WithBlank, double WithLabel) : IComparable<Entry>
    {
        public double Whole => LogSum(WithBlank, WithLabel);

        public int CompareTo(Entry other) => other.Whole.CompareTo(Whole) is var order and not 0 ? order : Beginning.CompareTo(other.Beginning);
    }
}
