using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Distributed.Tests;

/// <summary>Ranks that are threads of this process.</summary>
internal sealed unsafe class ThreadWorld : World
{
    private readonly Meeting _meeting;
    private readonly List<(nint Values, int Length)> _sums = [];

    private ThreadWorld(Meeting meeting, int rank)
    {
        _meeting = meeting;
        Rank = rank;
    }

    public override int Rank { get; }

    public override int Size => _meeting.Ranks;

    /// <summary>Changes what this rank tells the others of itself.</summary>
    public Action<byte[]>? Telling { get; set; }

    /// <summary>How many sums were begun over all steps, and how many floats they had together.</summary>
    public (int Sums, long Floats) Sent { get; private set; }

    /// <summary>Runs the same on several ranks and gives what each returns, or throws what one threw first.</summary>
    public static T[] Run<T>(int ranks, Func<ThreadWorld, T> run)
    {
        Meeting meeting = new(ranks);
        T[] results = new T[ranks];
        List<Exception> failures = [];
        Thread[] threads = [.. Enumerable.Range(0, ranks).Select(rank => new Thread(() =>
        {
            try
            {
                using ThreadWorld world = new(meeting, rank);
                results[rank] = run(world);
            }
            catch (Exception e)
            {
                lock (failures)
                {
                    failures.Add(e);
                }

                meeting.End.Cancel();
            }
        }))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        return failures.Count == 0 ? results : throw failures[0];
    }

    public override string Describe(int rank) => $"thread {rank}";

    public override void BeginSum(Span<float> values)
    {
        Sent = (Sent.Sums + 1, Sent.Floats + values.Length);
        _sums.Add(((nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(values)), values.Length));
    }

    public override void Progress()
    {
    }

    public override void EndSums()
    {
        foreach ((nint values, int length) in _sums)
        {
            Span<float> own = new((float*)values, length);
            float[][] all = _meeting.Exchange(Rank, own.ToArray());
            for (int i = 0; i < length; i++)
            {
                float sum = 0;
                foreach (float[] one in all)
                {
                    sum += one[i];
                }

                own[i] = sum;
            }
        }

        _sums.Clear();
    }

    public override void Sum(Span<double> values)
    {
        double[][] all = _meeting.Exchange(Rank, values.ToArray());
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = 0;
            foreach (double[] one in all)
            {
                values[i] += one[i];
            }
        }
    }

    public override void Gather(ReadOnlySpan<byte> own, Span<byte> all)
    {
        byte[] told = own.ToArray();
        Telling?.Invoke(told);
        byte[][] every = _meeting.Exchange(Rank, told);
        for (int rank = 0; rank < every.Length; rank++)
        {
            every[rank].CopyTo(all[(rank * own.Length)..]);
        }
    }

    public override void Broadcast(Span<byte> values) => _meeting.Exchange(Rank, values.ToArray())[0].CopyTo(values);

    public override void Abort(string reason) => _meeting.End.Cancel();

    /// <summary>Where the ranks meet.</summary>
    private sealed class Meeting(int ranks)
    {
        private readonly Barrier _barrier = new(ranks);
        private readonly Array[] _given = new Array[ranks];

        public int Ranks => ranks;

        public CancellationTokenSource End { get; } = new();

        public T[][] Exchange<T>(int rank, T[] own)
        {
            _given[rank] = own;
            _barrier.SignalAndWait(End.Token);
            T[][] all = [.. _given.Cast<T[]>()];
            _barrier.SignalAndWait(End.Token);
            return all;
        }
    }
}
