using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>What a parameter of a block, or a setting of a layer in one, can be.</summary>
internal enum BlockType
{
    Int,
    Float,
    Bool,
    Text,

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

    public bool IsNumber => Type is BlockType.Int or BlockType.Float;

    /// <summary>The value as C#.</summary>
    public string Literal => Type switch
    {
        BlockType.Int => Literals.OfAny((long)Number),
        BlockType.Float => Literals.OfAny((float)Number),
        BlockType.Bool => Literals.OfAny(Number != 0),
        _ => Literals.OfAny(Text),
    };
}
