using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A block as declared: its parameters and its layers.</summary>
/// <param name="Kind">The attribute class, as <see cref="LayerDeclaration.Kind"/> gives it for a use.</param>
/// <param name="Parameters">What its layers may refer to.</param>
/// <param name="Items">Its layers and branches, in order.</param>
/// <param name="Problems">Why it cannot be used; empty where it can.</param>
/// <param name="IsSource">Whether the compilation declares it itself, so that its problems are shown there.</param>
internal sealed record BlockDeclaration(
    string Kind,
    EquatableArray<BlockParameter> Parameters,
    EquatableArray<BlockItem> Items,
    EquatableArray<BlockProblem> Problems,
    bool IsSource)
{
    /// <summary>The assembly that declares it.</summary>
    public string Assembly { get; init; } = "";
}

/// <summary>A constructor's parameter or a settable property of a block's attribute class.</summary>
/// <param name="Name">As written.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Default">Its value where a use gives none; null where every use of its constructor must.</param>
internal sealed record BlockParameter(string Name, BlockType Type, BlockValue? Default);

/// <summary>A problem in a block's declaration.</summary>
/// <param name="Layer">The layer attribute on the class, or -1 for the class itself.</param>
/// <param name="Start">Where it begins in the text of a <c>[Layers]</c>; -1 for the whole attribute.</param>
/// <param name="Message">What is wrong, as the end of a sentence.</param>
internal sealed record BlockProblem(int Layer, int Start, string Message);

/// <summary>What a block consists of.</summary>
internal abstract record BlockItem
{
    /// <summary>A layer attribute on the block's class: all its arguments are constants.</summary>
    internal sealed record Fixed(LayerDeclaration Layer) : BlockItem;

    /// <summary>A layer of a <c>[Layers]</c> text.</summary>
    /// <param name="Kind">Its attribute class.</param>
    /// <param name="Text">As written, for messages.</param>
    /// <param name="Arguments">Its arguments, <c>Name</c> and <c>Repeat</c> among them.</param>
    internal sealed record Written(string Kind, string Text, EquatableArray<BlockArgument> Arguments) : BlockItem;

    /// <summary>Layers that depend on a condition.</summary>
    internal sealed record Branch(BlockExpression Condition, string Text, EquatableArray<BlockItem> Then, EquatableArray<BlockItem> Otherwise) : BlockItem;

    /// <summary>A name's value, for what follows between the same braces.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Type">What it is declared to hold; null where the value decides, or where it is declared before.</param>
    /// <param name="Value">The value.</param>
    /// <param name="Text">As written, for messages.</param>
    internal sealed record Assignment(string Name, BlockType? Type, BlockExpression Value, string Text) : BlockItem;

    /// <summary>Layers that are applied as long as a condition holds.</summary>
    internal sealed record For(Assignment Start, BlockExpression Condition, Assignment Step, EquatableArray<BlockItem> Items, string Text) : BlockItem;

    /// <summary>Layers that are applied for each element of an array.</summary>
    internal sealed record ForEach(string Name, BlockType? Type, BlockExpression Array, EquatableArray<BlockItem> Items, string Text) : BlockItem;

    /// <summary>What a block says to arguments that make no network.</summary>
    internal sealed record Refusal(BlockExpression Message, string Text) : BlockItem;
}

/// <summary>An argument of a layer in a block.</summary>
/// <param name="Name">The constructor's parameter or the property.</param>
/// <param name="IsSetting">Whether it is a property, which layers are written with by name.</param>
/// <param name="Type">What the layer takes there.</param>
/// <param name="Values">One expression; several for the elements of an array.</param>
internal sealed record BlockArgument(string Name, bool IsSetting, BlockType Type, EquatableArray<BlockExpression> Values);
