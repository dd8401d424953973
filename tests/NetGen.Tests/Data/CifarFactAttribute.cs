namespace NetGen.Tests.Data;

/// <summary>A test that needs the real CIFAR-10, and says how to get it where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CifarFactAttribute : FactAttribute
{
    public CifarFactAttribute() => Skip = CifarFiles.Absence;
}
