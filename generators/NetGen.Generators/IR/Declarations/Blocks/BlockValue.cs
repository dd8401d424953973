using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>What a parameter of a block, or a setting of a layer in one, can be.</summary>
internal enum BlockType
{
    Int,
    Float,
    Bool,
    Text,

    /// <summary>Several whole numbers.</summary>
    Ints,

    /// <summary>Several numbers.</summary>
    Floats,

    /// <summary>Several truths.</summary>
    Bools,

    /// <summary>Several texts, as <c>Add</c> takes tags.</summary>
    Texts,
}

/// <summary>A value that a block's expressions work with.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Number">The number; 1 and 0 for true and false; 0 for text.</param>
/// <param name="Text">The text; otherwise empty.</param>
internal readonly record struct BlockValue(BlockType Type, double Number, string Text)
{
    public static BlockValue Of(long number) => new(BlockType.Int, number, "");

    public static BlockValue Of(double number) => new(BlockType.Float, number, "");

    public static BlockValue Of(bool truth) => new(BlockType.Bool, truth ? 1 : 0, "");

    public static BlockValue Of(string text) => new(BlockType.Text, 0, text);

    /// <summary>An array.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="elements">Values of the type's element.</param>
    public static BlockValue Of(BlockType type, EquatableArray<BlockValue> elements) => new(type, 0, "") { Elements = new BlockArray(elements) };

    /// <summary>An array's elements; null for what is none.</summary>
    public BlockArray? Elements { get; private init; }

    public bool IsNumber => Type is BlockType.Int or BlockType.Float;

    /// <summary>The value as C#.</summary>
    public string Literal => Type switch
    {
        BlockType.Int => Literals.OfAny((long)Number),
        BlockType.Float => Literals.OfAny((float)Number),
        BlockType.Bool => Literals.OfAny(Number != 0),
        _ when Elements is { } array => $"[{string.Join(", ", array.Values.Select(v => v.Literal))}]",
        _ => Literals.OfAny(Text),
    };
}

/// <summary>The values of an array.</summary>
internal sealed record BlockArray(EquatableArray<BlockValue> Values);
