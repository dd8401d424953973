namespace NetGen.Packages.Tests;

/// <summary>A test of what is released: skips where the tests were built otherwise (<c>-c Release</c>).</summary>
public sealed class ReleaseFactAttribute : FactAttribute
{
    public ReleaseFactAttribute()
    {
        if (PackageFeed.Configuration != "Release")
        {
            Skip = "built for debugging, where assemblies name the folder of their sources; -c Release runs it";
        }
    }
}
