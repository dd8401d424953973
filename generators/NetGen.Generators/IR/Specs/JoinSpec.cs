using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>What joins the current value with tagged ones.</summary>
/// <param name="Tags">As written, for messages; the node's inputs say which values they are.</param>
internal abstract record JoinSpec(EquatableArray<string> Tags) : Spec
{
    /// <summary>Whether there has to be a tag.</summary>
    public virtual bool NeedsTags => true;

    /// <summary>The argument that a tag stands in.</summary>
    public virtual string ArgumentOf(int tag) => ArgumentNames.Element(ArgumentNames.TagArray, tag);
}
