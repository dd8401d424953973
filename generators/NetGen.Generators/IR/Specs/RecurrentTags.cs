using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>What a recurrent layer reads beside its sequence, by tags; null where it does not.</summary>
/// <param name="InitialState">The state before the first step.</param>
/// <param name="InitialCell">An LSTM's cells before the first step.</param>
/// <param name="Lengths">How many of the steps each sequence has.</param>
internal readonly record struct RecurrentTags(string? InitialState, string? InitialCell, string? Lengths)
{
    /// <summary>The tags that there are, in the order of the layer's inputs behind the first.</summary>
    public EquatableArray<string> All => Named.Select(n => n.Tag).ToEquatableArray();

    /// <summary>The tags that there are with the property that each stands in.</summary>
    private IEnumerable<(string Property, string Tag)> Named
    {
        get
        {
            foreach ((string property, string? tag) in new[] { (nameof(InitialState), InitialState), (nameof(InitialCell), InitialCell), (nameof(Lengths), Lengths) })
            {
                if (tag is not null)
                {
                    yield return (property, tag);
                }
            }
        }
    }

    /// <summary>The property that a tag stands in.</summary>
    public string PropertyOf(int tag) => Named.ElementAt(tag).Property;

    /// <summary>Which of the layer's inputs a property names; null where it is not set.</summary>
    public int? InputOf(string property)
    {
        int input = 1;
        foreach ((string each, _) in Named)
        {
            if (each == property)
            {
                return input;
            }

            input++;
        }

        return null;
    }
}
