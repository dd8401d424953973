namespace NetGen.Zoo;

/// <summary>A network of the zoo, for programs that go through them all.</summary>
/// <param name="Name">What the literature calls it, such as <c>ResNet-50</c>.</param>
/// <param name="Paper">Authors, year and title of where it comes from.</param>
/// <param name="Create">Makes the model from a seed.</param>
/// <param name="Describe">Gives its layer table without making one.</param>
public sealed record ZooNetwork(string Name, string Paper, Func<ulong, Model> Create, Func<ModelInfo> Describe)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
