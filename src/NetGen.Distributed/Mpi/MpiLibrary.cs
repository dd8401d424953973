using System.Runtime.InteropServices;
using System.Text;

namespace NetGen;

/// <summary>
/// The functions of an installed MPI that share MPICH's binary interface (the "MPICH ABI compatibility initiative", 2013: MPICH, Intel MPI, Cray MPICH, MVAPICH; Microsoft MPI has the same numbers). Others, as Open MPI,
/// have other types behind the same names, so that calling them would read foreign memory: they are refused by their name.
/// </summary>
internal sealed unsafe class MpiLibrary
{
    public const int CommWorld = 0x44000000;
    public const int Byte = 0x4c00010d;
    public const int Float = 0x4c00040a;
    public const int Double = 0x4c00080b;
    public const int OpSum = 0x58000003;
    public const int ThreadSerialized = 2;
    private const int ErrorsReturn = 0x54000001;
    private const int VersionRoom = 8192;
    private const int ErrorRoom = 1024;

    /// <summary>Names a library, where it is none of the known ones.</summary>
    public const string PathVariable = "NETGEN_MPI";

    private const string Install = "Install MPICH (Debian and Ubuntu: apt-get install mpich; Fedora: dnf install mpich; macOS: brew install mpich; Windows: Microsoft MPI), or load your cluster's module of MPICH, Intel MPI or MVAPICH, "
        + $"or set {PathVariable} to the library's path.";

    private readonly delegate* unmanaged<int*, byte***, int, int*, int> _init;
    private readonly delegate* unmanaged<int> _finalize;
    private readonly delegate* unmanaged<int*, int> _initialized;
    private readonly delegate* unmanaged<int*, int> _finalized;
    private readonly delegate* unmanaged<int, int*, int> _rank;
    private readonly delegate* unmanaged<int, int*, int> _size;
    private readonly delegate* unmanaged<int, int, int> _setErrorHandler;
    private readonly delegate* unmanaged<int, byte*, int*, int> _errorString;
    private readonly delegate* unmanaged<void*, void*, int, int, int, int, int*, int> _iallreduce;
    private readonly delegate* unmanaged<void*, int, int, void*, int, int, int, int*, int> _iallgather;
    private readonly delegate* unmanaged<void*, int, int, int, int, int*, int> _ibcast;
    private readonly delegate* unmanaged<int, int*, int*, void*, int> _testall;
    private readonly delegate* unmanaged<int, int, int> _abort;

    private MpiLibrary(nint library, string path)
    {
        Version = VersionOf(library) ?? throw new MpiException($"{path} is no MPI of version 3 or later: it has no MPI_Get_library_version. {Install}");
        if (Version.Contains("Open MPI", StringComparison.OrdinalIgnoreCase))
        {
            throw OpenMpi($"{path} is {Version.Split(',')[0]}");
        }

        _init = (delegate* unmanaged<int*, byte***, int, int*, int>)Export("MPI_Init_thread");
        _finalize = (delegate* unmanaged<int>)Export("MPI_Finalize");
        _initialized = (delegate* unmanaged<int*, int>)Export("MPI_Initialized");
        _finalized = (delegate* unmanaged<int*, int>)Export("MPI_Finalized");
        _rank = (delegate* unmanaged<int, int*, int>)Export("MPI_Comm_rank");
        _size = (delegate* unmanaged<int, int*, int>)Export("MPI_Comm_size");
        _setErrorHandler = (delegate* unmanaged<int, int, int>)Export("MPI_Comm_set_errhandler");
        _errorString = (delegate* unmanaged<int, byte*, int*, int>)Export("MPI_Error_string");
        _iallreduce = (delegate* unmanaged<void*, void*, int, int, int, int, int*, int>)Export("MPI_Iallreduce");
        _iallgather = (delegate* unmanaged<void*, int, int, void*, int, int, int, int*, int>)Export("MPI_Iallgather");
        _ibcast = (delegate* unmanaged<void*, int, int, int, int, int*, int>)Export("MPI_Ibcast");
        _testall = (delegate* unmanaged<int, int*, int*, void*, int>)Export("MPI_Testall");
        _abort = (delegate* unmanaged<int, int, int>)Export("MPI_Abort");

        nint Export(string name) => NativeLibrary.TryGetExport(library, name, out nint address) ? address : throw new MpiException($"{path} ({Version}) has no {name}, which MPI 3 has. {Install}");
    }

    /// <summary>What is said where there is none.</summary>
    public static string NotFound => $"No MPI was found on this machine ({string.Join(", ", Names())}). {Install}";

    /// <summary>What the library says it is.</summary>
    public string Version { get; }

    /// <summary>Finds and loads the machine's MPI.</summary>
    /// <exception cref="MpiException">There is none, or one of another kind.</exception>
    public static MpiLibrary Load() => Load(Environment.GetEnvironmentVariable(PathVariable), Environment.GetEnvironmentVariable("OMPI_COMM_WORLD_SIZE") is not null);

    /// <summary>The same where an environment is given.</summary>
    /// <param name="given">The library's path; null to look for a known one.</param>
    /// <param name="startedByOpenMpi">Whether Open MPI's mpirun started this process.</param>
    public static MpiLibrary Load(string? given, bool startedByOpenMpi)
    {
        if (startedByOpenMpi)
        {
            throw OpenMpi("Open MPI's mpirun started this process");
        }

        if (given is { Length: > 0 } path)
        {
            return NativeLibrary.TryLoad(path, out nint chosen) ? new MpiLibrary(chosen, path) : throw new MpiException($"{PathVariable} names {path}, which cannot be loaded.");
        }

        foreach (string name in Names())
        {
            if (NativeLibrary.TryLoad(name, out nint library))
            {
                return new MpiLibrary(library, name);
            }
        }

        throw NativeLibrary.TryLoad("libmpi.so.40", out _)
            ? OpenMpi("The machine has Open MPI alone (libmpi.so.40)")
            : new MpiException(NotFound);
    }

    /// <summary>Starts MPI, with errors that are told of instead of ending the process.</summary>
    public void Init()
    {
        int started = 0;
        Check(_initialized(&started), "MPI_Initialized");
        if (started != 0)
        {
            throw new MpiException("MPI was started in this process before: there is one world of processes in a run.");
        }

        int provided = 0;
        Check(_init(null, null, ThreadSerialized, &provided), "MPI_Init_thread");
        Check(_setErrorHandler(CommWorld, ErrorsReturn), "MPI_Comm_set_errhandler");
    }

    /// <summary>Leaves MPI; waits for all ranks.</summary>
    public void End()
    {
        int ended = 0;
        Check(_finalized(&ended), "MPI_Finalized");
        if (ended == 0)
        {
            Check(_finalize(), "MPI_Finalize");
        }
    }

    /// <summary>This process's number.</summary>
    public int Rank()
    {
        int rank = 0;
        Check(_rank(CommWorld, &rank), "MPI_Comm_rank");
        return rank;
    }

    /// <summary>How many processes there are.</summary>
    public int Size()
    {
        int size = 0;
        Check(_size(CommWorld, &size), "MPI_Comm_size");
        return size;
    }

    /// <summary>Begins a sum in place.</summary>
    public int BeginSum(void* values, int count, int type)
    {
        int request = 0;
        Check(_iallreduce((void*)-1, values, count, type, OpSum, CommWorld, &request), "MPI_Iallreduce");
        return request;
    }

    /// <summary>Begins to put all ranks' bytes side by side.</summary>
    public int BeginGather(void* own, void* all, int count)
    {
        int request = 0;
        Check(_iallgather(own, count, Byte, all, count, Byte, CommWorld, &request), "MPI_Iallgather");
        return request;
    }

    /// <summary>Begins to give rank 0's bytes to all.</summary>
    public int BeginBroadcast(void* values, int count)
    {
        int request = 0;
        Check(_ibcast(values, count, Byte, 0, CommWorld, &request), "MPI_Ibcast");
        return request;
    }

    /// <summary>Moves requests on; whether all of them are done.</summary>
    public bool Test(int* requests, int count)
    {
        int done = 0;
        Check(_testall(count, requests, &done, (void*)1), "MPI_Testall");
        return done != 0;
    }

    /// <summary>Ends all processes.</summary>
    public void Abort(int code) => _ = _abort(CommWorld, code);

    private static MpiException OpenMpi(string what) => new($"{what}, whose binary interface is another than MPICH's, which this package calls. {Install}");

    private static IEnumerable<string> Names() =>
        OperatingSystem.IsWindows() ? ["msmpi.dll", "impi.dll"]
        : OperatingSystem.IsMacOS() ? ["libmpi.12.dylib", "/opt/homebrew/lib/libmpi.12.dylib", "/usr/local/lib/libmpi.12.dylib"]
        : ["libmpich.so.12", "libmpi.so.12", "libmpi_cray.so.12"];

    private static string? VersionOf(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "MPI_Get_library_version", out nint address))
        {
            return null;
        }

        byte* text = stackalloc byte[VersionRoom];
        int length = 0;
        _ = ((delegate* unmanaged<byte*, int*, int>)address)(text, &length);
        return Encoding.UTF8.GetString(text, int.Clamp(length, 0, VersionRoom)).Split('\n')[0].Replace('\t', ' ').TrimEnd('\0', ' ', '\r');
    }

    private void Check(int error, string function)
    {
        if (error != 0)
        {
            byte* text = stackalloc byte[ErrorRoom];
            int length = 0;
            string message = _errorString(error, text, &length) == 0 ? Encoding.UTF8.GetString(text, int.Clamp(length, 0, ErrorRoom)) : $"error {error}";
            throw new MpiException($"{function} failed: {message.Trim()}");
        }
    }
}
