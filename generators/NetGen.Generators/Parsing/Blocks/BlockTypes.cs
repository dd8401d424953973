using Microsoft.CodeAnalysis;
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
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } => BlockType.Texts,
        _ => null,
    };

    /// <summary>A constant of that type, where null stands for zero, false or no text.</summary>
    public static BlockValue Value(BlockType type, object? constant) => type is BlockType.Text
        ? BlockValue.Of(constant as string ?? "")
        : new BlockValue(type, constant is null ? 0 : Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture), "");
}
