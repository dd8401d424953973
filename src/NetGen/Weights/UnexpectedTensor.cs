namespace NetGen;

/// <summary>A tensor of a file that is for no parameter.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Path">The path that it was renamed to, which the model does not have; its name where it was not renamed.</param>
/// <param name="DType">Its elements' type.</param>
/// <param name="Shape">The sizes of its dimensions.</param>
public sealed record UnexpectedTensor(string Name, string Path, DType DType, IReadOnlyList<int> Shape)
{
    /// <summary>As <see cref="Model.Load(string)"/> tells it.</summary>
    /// <returns>For example <c>unexpected tensor "fc.weight": F32 (1000, 512)</c>.</returns>
    public override string ToString()
    {
        string under = Path == Name ? "" : $" (renamed \"{Path}\")";
        return $"unexpected tensor \"{Name}\"{under}: {DTypes.Name(DType)} {ShapeText.Of(Shape)}";
    }
}
