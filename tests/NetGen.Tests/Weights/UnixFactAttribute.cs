namespace NetGen.Tests.Weights;

/// <summary>A test of what Unix alone has, such as file modes; elsewhere it says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no such thing";
        }
    }
}
