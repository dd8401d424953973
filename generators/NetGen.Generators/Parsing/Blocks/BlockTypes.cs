using Microsoft.CodeAnalysis;
using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>What C#'s types are to a block.</summary>
internal static class BlockTypes
{
    /// <summary>The type of a parameter or setting; null for those that blocks know nothing of.</summary>
    public static BlockType? Of(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Int32 } or { TypeKind: TypeKind.Enum } => BlockType.Int,
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double } => BlockType.Float,
        { SpecialType: SpecialType.System_Boolean } => BlockType.Bool,
        { SpecialType: SpecialType.System_String } => BlockType.Text,
        IArrayTypeSymbol { Rank: 1 } array => Of(array.ElementType) is { } element ? Array(element) : null,
        _ => null,
    };

    /// <summary>The array of a type; null for arrays of arrays.</summary>
    public static BlockType? Array(BlockType element) => element switch
    {
        BlockType.Int => BlockType.Ints,
        BlockType.Float => BlockType.Floats,
        BlockType.Bool => BlockType.Bools,
        BlockType.Text => BlockType.Texts,
        _ => null,
    };

    /// <summary>What an array's elements are; null for what is no array.</summary>
    public static BlockType? Element(BlockType type) => type switch
    {
        BlockType.Ints => BlockType.Int,
        BlockType.Floats => BlockType.Float,
        BlockType.Bools => BlockType.Bool,
        BlockType.Texts => BlockType.Text,
        _ => null,
    };

    /// <summary>A constant of that type, where null stands for zero, false, no text or an array without elements.</summary>
    public static BlockValue Value(BlockType type, object? constant) => type switch
    {
        BlockType.Text => BlockValue.Of(constant as string ?? ""),
        BlockType.Int or BlockType.Float or BlockType.Bool => new BlockValue(type, constant is null ? 0 : Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture), ""),
        _ => BlockValue.Of(type, EquatableArray<BlockValue>.Empty),
    };
}
