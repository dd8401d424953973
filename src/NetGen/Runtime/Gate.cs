using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Lets one operation at a time into a model or a predictor. A second thread is told so instead of waiting or spoiling the first one's result; what is disposed
/// of while it works is released when it is done. Entering is one atomic exchange, leaving another.
/// </summary>
/// <param name="owner">Releases what the owner holds, once, when nothing uses it any more.</param>
internal sealed class Gate(IGated owner)
{
    private const int Free = 0;
    private const int Busy = 1;

    /// <summary>Somebody reads the weights; it takes a moment, and others wait for it.</summary>
    private const int Reading = 2;

    private const int Closed = 4;

    private int _state;

    // The thread of the operation at work, and the one that Fit reserves the model for; 0 for none.
    private int _thread;
    private int _reserved;

    // Those that wait to read, and how often somebody began to.
    private int _waiting;
    private int _reads;

    /// <summary>Whether it was closed.</summary>
    public bool IsClosed => (Volatile.Read(ref _state) & Closed) != 0;

    /// <summary>How many threads wait to read the weights.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Begins an operation.</summary>
    /// <returns>What ends it.</returns>
    /// <exception cref="ObjectDisposedException">The owner was disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another operation is at work, or another thread trains the model.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Use Enter()
    {
        int thread = Environment.CurrentManagedThreadId;
        if (Waiting != 0)
        {
            GiveWay(thread);
        }

        if (Interlocked.CompareExchange(ref _state, Busy, Free) != Free)
        {
            Wait(thread);
        }

        _thread = thread;
        if (_reserved != 0 && _reserved != thread)
        {
            Exit();
            Refuse(thread);
        }

        return new Use(this);
    }

    /// <summary>Begins to read the weights: after the operation at work, if there is one, and before the next.</summary>
    /// <returns>What ends it.</returns>
    /// <exception cref="ObjectDisposedException">The owner was disposed of.</exception>
    /// <exception cref="InvalidOperationException">It is called from inside an operation, which it would wait for.</exception>
    public Use EnterToRead()
    {
        int thread = Environment.CurrentManagedThreadId;
        if (Interlocked.CompareExchange(ref _state, Reading, Free) != Free)
        {
            WaitToRead(thread);
        }

        _thread = thread;
        Interlocked.Increment(ref _reads);
        return new Use(this);
    }

    /// <summary>Reserves the model for this thread: others are refused between its operations as well.</summary>
    /// <returns>What ends it; an inner one ends nothing.</returns>
    /// <exception cref="InvalidOperationException">Another thread has it.</exception>
    public Reservation Reserve()
    {
        using Use use = Enter();
        bool outermost = _reserved == 0;
        _reserved = _thread;
        return new Reservation(outermost ? this : null);
    }

    /// <summary>Lets nobody in any more. What the owner holds is released now, or when the operation at work ends.</summary>
    public void Close()
    {
        if (Interlocked.Or(ref _state, Closed) == Free)
        {
            owner.Release();
        }
    }

    private void Exit()
    {
        _thread = 0;
        if (Interlocked.And(ref _state, Closed) is var before && (before & Closed) != 0)
        {
            owner.Release();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Wait(int thread)
    {
        SpinWait spin = default;
        while (Interlocked.CompareExchange(ref _state, Busy, Free) is var state && state != Free)
        {
            // Whom the model is reserved for finds it busy for the moment in which another thread is refused; that is not this thread's error.
            if ((state & Closed) != 0 || _thread == thread || (state == Busy && _reserved != thread))
            {
                Refuse(thread);
            }

            spin.SpinOnce();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WaitToRead(int thread)
    {
        SpinWait spin = default;
        Interlocked.Increment(ref _waiting);
        try
        {
            while (Interlocked.CompareExchange(ref _state, Reading, Free) is var state && state != Free)
            {
                if ((state & Closed) != 0 || _thread == thread)
                {
                    Refuse(thread);
                }

                spin.SpinOnce();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>
    /// Lets one of those that wait to read go first. A training leaves microseconds between its steps, which who looks once a millisecond would miss for seconds.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GiveWay(int thread)
    {
        int reads = Volatile.Read(ref _reads);
        SpinWait spin = default;
        while (Waiting != 0 && Volatile.Read(ref _reads) == reads && Volatile.Read(ref _state) is Free or Reading && _thread != thread)
        {
            spin.SpinOnce();
        }
    }

    [DoesNotReturn]
    private void Refuse(int thread)
    {
        ObjectDisposedException.ThrowIf(IsClosed, owner);
        string who = _thread == thread ? "it was called from inside of one of its own operations"
            : _reserved != 0 ? "another thread trains it"
            : "another thread is using it";
        throw new InvalidOperationException(
            $"{owner.Name} can do one thing at a time, and {who}. To predict from several threads, or while the model is trained, give each thread a predictor of its own: Model.CreatePredictor.");
    }

    /// <summary>An operation at work.</summary>
    public readonly ref struct Use(Gate? gate) : IDisposable
    {
        public void Dispose() => gate?.Exit();
    }

    /// <summary>A thread's right to the model.</summary>
    public readonly struct Reservation(Gate? gate) : IDisposable
    {
        public void Dispose()
        {
            if (gate is not null)
            {
                gate._reserved = 0;
            }
        }
    }
}

/// <summary>What a <see cref="Gate"/> stands before.</summary>
internal interface IGated
{
    /// <summary>What messages call it.</summary>
    string Name { get; }

    /// <summary>Gives back threads and memory; called once.</summary>
    void Release();
}
