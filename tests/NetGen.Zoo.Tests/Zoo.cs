namespace NetGen.Zoo.Tests;

/// <summary>Finds networks by name.</summary>
internal static class Zoo
{
    public static ZooNetwork Find(string name) => Networks.All.Single(n => n.Name == name);
}
