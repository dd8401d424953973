namespace NetGen;

/// <summary>
/// The steps of tagged values, in the order given, then those of the current sequence: (S, F) and (T, F) give (S + T, F). A feature vector (F) is a step. PyTorch: <c>torch.cat([x.unsqueeze(1), y], 1)</c>.
/// </summary>
/// <remarks>
/// So a sequence begins with what it is about, as a sentence with the features of its image (Vinyals et al. 2015, "Show and Tell: A Neural Image Caption Generator", section 3.1):
/// <c>[Input(512)] [Input(20, Name = "words")] [Dense(64)] [Tag("image")] [From("words")] [Embedding(1000, 64)] [Prepend("image")] [LSTM(128, ReturnSequences = true)] …</c>
/// </remarks>
public sealed class PrependAttribute : LayerAttribute
{
    /// <summary>Puts up to four tagged values before the sequence.</summary>
    /// <param name="tag">The tag of the first of them.</param>
    /// <param name="tag2">The tag of the second.</param>
    /// <param name="tag3">The tag of the third.</param>
    /// <param name="tag4">The tag of the fourth.</param>
    public PrependAttribute(string tag, string? tag2 = null, string? tag3 = null, string? tag4 = null) =>
        Tags = [.. new[] { tag, tag2, tag3, tag4 }.OfType<string>()];

    /// <summary>Puts any number of tagged values before the sequence.</summary>
    /// <param name="tags">The tags of the values.</param>
    /// <remarks>The Common Language Specification leaves out arrays in attributes, so there is a constructor without one.</remarks>
    [CLSCompliant(false)]
    public PrependAttribute(params string[] tags) => Tags = tags;

    /// <summary>The tags of the values before the sequence.</summary>
    public IReadOnlyList<string> Tags { get; }
}
