namespace NetGen.Tests.Weights;

/// <summary>A test of what Unix alone has, such as file modes; elsewhere it says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    /// <summary>What a run elsewhere shows.</summary>
    public const string Reason = "needs Unix file modes, symbolic links or devices";

    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = Reason;
        }
    }
}
