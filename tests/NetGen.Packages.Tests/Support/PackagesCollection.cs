namespace NetGen.Packages.Tests;

/// <summary>Packed once for all tests, which go one after the other: builds take all processors by themselves.</summary>
[CollectionDefinition(Name)]
public sealed class PackagesCollection : ICollectionFixture<PackageFeed>
{
    public const string Name = "packages";
}
