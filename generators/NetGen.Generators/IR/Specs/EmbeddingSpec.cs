namespace NetGen.Generators.IR;

/// <summary>A row of a table for each number of a word.</summary>
/// <param name="Words">Rows.</param>
/// <param name="Size">Features of a row.</param>
/// <param name="PaddingIndex">The row that gets no gradient and starts as 0; null for none.</param>
internal sealed record EmbeddingSpec(int Words, int Size, int? PaddingIndex) : Spec
{
    /// <summary>Numbers of words are no quantities.</summary>
    public override bool PassesGradientTo(int input) => false;
}
