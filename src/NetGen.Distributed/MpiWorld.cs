using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace NetGen;

/// <summary>The processes that <c>mpirun</c> started: <c>mpirun -n 4 dotnet app.dll</c>. The same program runs in each.</summary>
/// <remarks>
/// Needs an MPI of MPICH's binary interface on the machine: MPICH, Intel MPI, Cray MPICH, MVAPICH or Microsoft MPI. A program that was started without <c>mpirun</c> is a world of one. An exception that nobody catches
/// ends all processes, and so does the death of one, with a message that names the rank. A program that catches
/// what one rank alone may throw calls <see cref="Abort"/>, since the others would wait for that rank in their next step, and it for them where it leaves.
/// </remarks>
/// <example><code>
/// using MpiWorld world = MpiWorld.Init();
/// Trainer trainer = new(net, new Adam()) { World = world };
/// </code></example>
public sealed unsafe class MpiWorld : World
{
    /// <summary>How long a wait spins before it lets others have the processor.</summary>
    private static readonly long s_spin = Stopwatch.Frequency / 20000;

    /// <summary>How long MPI may take to end, which needs all ranks to be there.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private const int NameLength = 128;

    private readonly MpiLibrary _mpi;
    private readonly string[] _names;
    private readonly RankWatch? _watch;
    private int[] _requests = GC.AllocateArray<int>(64, pinned: true);
    private int _count;
    private bool _isLeft;

    private MpiWorld(MpiLibrary mpi)
    {
        _mpi = mpi;
        Rank = mpi.Rank();
        Size = mpi.Size();
        byte[] names = new byte[NameLength * Size];
        byte[] own = new byte[NameLength];
        byte[] text = Encoding.UTF8.GetBytes($"{Environment.MachineName}, process {Environment.ProcessId}");
        text.AsSpan(0, int.Min(text.Length, NameLength)).CopyTo(own);
        Gather(own, names);
        _names = [.. Enumerable.Range(0, Size).Select(r => Encoding.UTF8.GetString(names, r * NameLength, NameLength).TrimEnd('\0'))];
        string machine = MachineOf(_names[Rank]);
        RanksOnThisMachine = _names.Count(name => MachineOf(name) == machine);
        AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
        _watch = Size == 1 ? null : new RankWatch($"NetGen: rank {Rank} ({_names[Rank]}) died without a word: killed, crashed or out of memory. The training ends on all {Size}; its last checkpoint can be gone on from.");
    }

    /// <inheritdoc/>
    public override int Rank { get; }

    /// <inheritdoc/>
    public override int Size { get; }

    /// <inheritdoc/>
    public override int RanksOnThisMachine { get; }

    /// <summary>What the MPI that is used says of itself.</summary>
    public string Library => _mpi.Version;

    /// <summary>Joins the processes that were started together; once in a program.</summary>
    /// <param name="log">Where rank 0 says once who the ranks are; standard error unless given.</param>
    /// <returns>The world; to be disposed of by every process at its end.</returns>
    /// <exception cref="MpiException">The machine has no MPI, one of another kind, or another than the <c>mpirun</c> that started this process.</exception>
    public static MpiWorld Init(TextWriter? log = null)
    {
        MpiLibrary mpi = MpiLibrary.Load();
        mpi.Init();
        MpiWorld world = new(mpi);

        // A launcher and a library of different makers do not find each other: every process would train alone.
        if (world.Size == 1 && int.TryParse(Environment.GetEnvironmentVariable("PMI_SIZE"), out int started) && started > 1)
        {
            throw new MpiException($"This process was started as one of {started}, but {mpi.Version} sees it alone: mpirun and the library are of different makers.");
        }

        if (world is { Size: > 1, IsFirst: true })
        {
            string library = string.Join(' ', mpi.Version.Replace("Version:", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            (log ?? Console.Error).WriteLine($"NetGen: {world.Size} ranks over {library}: {string.Join("; ", world._names.Select((name, rank) => $"{rank} is {name}"))}");
        }

        return world;
    }

    /// <inheritdoc/>
    public override string Describe(int rank)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, Size);
        return _names[rank];
    }

    /// <inheritdoc/>
    /// <exception cref="MpiException">MPI failed.</exception>
    public override void BeginSum(Span<float> values)
    {
        fixed (float* first = values)
        {
            Add(_mpi.BeginSum(first, values.Length, MpiLibrary.Float));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="MpiException">MPI failed.</exception>
    public override void Progress()
    {
        if (_count > 0)
        {
            _ = Test(_count);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="MpiException">MPI failed.</exception>
    public override void EndSums()
    {
        Wait(_count);
        _count = 0;
    }

    /// <inheritdoc/>
    /// <exception cref="MpiException">MPI failed.</exception>
    public override void Sum(Span<double> values)
    {
        fixed (double* first = values)
        {
            WaitFor(_mpi.BeginSum(first, values.Length, MpiLibrary.Double));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is not room for as many bytes of each rank.</exception>
    /// <exception cref="MpiException">MPI failed.</exception>
    public override void Gather(ReadOnlySpan<byte> own, Span<byte> all)
    {
        if (all.Length != (long)own.Length * Size)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected room for {(long)own.Length * Size} bytes ({Size} ranks × {own.Length}), actual {all.Length}"), nameof(all));
        }

        fixed (byte* from = own, to = all)
        {
            WaitFor(_mpi.BeginGather(from, to, own.Length));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="MpiException">MPI failed.</exception>
    public override void Broadcast(Span<byte> values)
    {
        fixed (byte* first = values)
        {
            WaitFor(_mpi.BeginBroadcast(first, values.Length));
        }
    }

    /// <inheritdoc/>
    public override void Abort(string reason)
    {
        Console.Error.WriteLine($"NetGen: rank {Rank} ({_names[Rank]}) ends the training on all {Size}: {reason}");
        Console.Error.Flush();
        _watch?.Leave();
        _mpi.Abort(1);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!_isLeft)
        {
            _isLeft = true;
            AppDomain.CurrentDomain.UnhandledException -= OnUnhandled;
            if (Size > 1)
            {
                Leave();
            }
            else
            {
                _mpi.End();
            }

            _watch?.Dispose();
        }
    }

    private static string MachineOf(string name) => name[..int.Max(0, name.LastIndexOf(", ", StringComparison.Ordinal))];

    /// <summary>
    /// Leaves MPI, and goes on without where it does not let go. MPI_Finalize of MPICH 4.0.2 over UCX 1.13 waits for the others without looking at the network, so that one whose last message was not confirmed yet waits
    /// for ever for a rank that is there already: over a link that loses 1 % of its packets, one job of eight or so. All ranks have met before, and nothing is under way any more.
    /// </summary>
    private void Leave()
    {
        Span<double> one = [0];
        Sum(one);
        MpiException? failure = null;
        Thread leaving = new(End) { IsBackground = true, Name = "NetGen leaves MPI" };
        leaving.Start();
        if (!leaving.Join(s_patience))
        {
            Console.Error.WriteLine($"NetGen: MPI has not let rank {Rank} go after {s_patience.TotalSeconds:F0} s; all ranks had come to their end, and it goes on without.");
        }
        else if (failure is not null)
        {
            throw failure;
        }

        void End()
        {
            try
            {
                _mpi.End();
            }
            catch (MpiException e)
            {
                failure = e;
            }
        }
    }

    private void OnUnhandled(object sender, UnhandledExceptionEventArgs e)
    {
        if (Size > 1 && e.ExceptionObject is Exception exception)
        {
            Abort($"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private void Add(int request)
    {
        if (_count == _requests.Length)
        {
            int[] more = GC.AllocateArray<int>(2 * _count, pinned: true);
            _requests.CopyTo(more, 0);
            _requests = more;
        }

        _requests[_count++] = request;
    }

    /// <summary>Waits for a request that began last, and leaves those before it under way.</summary>
    private void WaitFor(int request)
    {
        int* one = &request;
        for (long began = Stopwatch.GetTimestamp(); !_mpi.Test(one, 1);)
        {
            Yield(began);
        }
    }

    private void Wait(int count)
    {
        for (long began = Stopwatch.GetTimestamp(); count > 0 && !Test(count);)
        {
            Yield(began);
        }
    }

    private bool Test(int count) => _mpi.Test((int*)Marshal.UnsafeAddrOfPinnedArrayElement(_requests, 0), count);

    /// <summary>Where there are more threads than processors, whom one waits for may need this one.</summary>
    private static void Yield(long began)
    {
        if (Stopwatch.GetTimestamp() - began > s_spin)
        {
            Thread.Yield();
        }
    }
}
