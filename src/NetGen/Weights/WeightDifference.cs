namespace NetGen;

/// <summary>Why a tensor of a file was not taken for the parameter of its name.</summary>
/// <param name="Path">The parameter's path.</param>
/// <param name="Tensor">The tensor's name in the file.</param>
/// <param name="Kind">What differs.</param>
/// <param name="Expected">The parameter's, such as <c>(2, 512)</c>.</param>
/// <param name="Actual">The tensor's, such as <c>(1000, 512)</c>.</param>
public sealed record WeightDifference(string Path, string Tensor, WeightDifferenceKind Kind, string Expected, string Actual)
{
    /// <summary>As <see cref="Model.Load(string)"/> tells it.</summary>
    /// <returns>For example <c>tensor "fc.weight" for "dense1.weight": expected shape (2, 512), actual (1000, 512)</c>.</returns>
    public override string ToString()
    {
        string renamed = Tensor == Path ? "" : $" for \"{Path}\"";
        string what = Kind switch
        {
            WeightDifferenceKind.Type => "type ",
            WeightDifferenceKind.Shape => "shape ",
            _ => "",
        };
        return $"tensor \"{Tensor}\"{renamed}: expected {what}{Expected}, actual {Actual}";
    }
}
