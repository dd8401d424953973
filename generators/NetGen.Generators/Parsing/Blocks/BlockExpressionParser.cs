using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Turns C# expressions of a block's text into records.</summary>
/// <param name="names">The names that expressions may use.</param>
/// <param name="start">Where the syntax tree begins in the text.</param>
internal sealed class BlockExpressionParser(BlockNames names, int start)
{
    /// <summary>The expression; an enumeration gives a bare member access its meaning.</summary>
    public BlockExpression Parse(ExpressionSyntax syntax, ITypeSymbol? expected = null) => syntax switch
    {
        ParenthesizedExpressionSyntax inner => Parse(inner.Expression, expected),
        LiteralExpressionSyntax literal => new BlockExpression.Constant(Constant(literal)),
        IdentifierNameSyntax name when names.Contains(name.Identifier.ValueText) => new BlockExpression.Variable(name.Identifier.ValueText),
        IdentifierNameSyntax name => throw Error(name, $"there is no \"{name}\"; it can refer to {names}"),
        PrefixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.UnaryMinusExpression or SyntaxKind.UnaryPlusExpression or SyntaxKind.LogicalNotExpression =>
            new BlockExpression.Unary(unary.OperatorToken.Text, Parse(unary.Operand)),
        BinaryExpressionSyntax binary when IsKnown(binary) => new BlockExpression.Binary(binary.OperatorToken.Text, Parse(binary.Left), Parse(binary.Right)),
        ConditionalExpressionSyntax choice => new BlockExpression.Choice(Parse(choice.Condition), Parse(choice.WhenTrue, expected), Parse(choice.WhenFalse, expected)),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Math" }, Name.Identifier.ValueText: var function } } call
            when BlockFunctions.Arguments.TryGetValue(function, out int count) && call.ArgumentList.Arguments.Count == count =>
            new BlockExpression.Call(function, call.ArgumentList.Arguments.Select(a => Parse(a.Expression)).ToEquatableArray()),
        CastExpressionSyntax cast when Cast(cast.Type) is { } type => new BlockExpression.Cast(type, Parse(cast.Expression)),
        CollectionExpressionSyntax collection => new BlockExpression.Array(collection.Elements.Select(Element).ToEquatableArray()),
        ImplicitArrayCreationExpressionSyntax array => new BlockExpression.Array(array.Initializer.Expressions.Select(e => Parse(e)).ToEquatableArray()),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } indices } access when MayBeArray(access.Expression) => indices[0].Expression is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } fromEnd
            ? new BlockExpression.Element(Parse(access.Expression), Parse(fromEnd.Operand), FromEnd: true)
            : new BlockExpression.Element(Parse(access.Expression), Parse(indices[0].Expression), FromEnd: false),
        MemberAccessExpressionSyntax member when Member(member, expected) is { } value => new BlockExpression.Constant(value),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } length when MayBeArray(length.Expression) => new BlockExpression.Length(Parse(length.Expression)),
        _ => throw Error(syntax, $"\"{syntax}\" is no expression that a block can hold"),
    };

    private static bool IsKnown(BinaryExpressionSyntax binary) =>
        binary.OperatorToken.Text is "+" or "-" or "*" or "/" or "%" or "==" or "!=" or "<" or "<=" or ">" or ">=" or "&&" or "||";

    private bool MayBeArray(ExpressionSyntax syntax) => syntax is not IdentifierNameSyntax name || !names.IsNoArray(name.Identifier.ValueText);

    private BlockExpression Element(CollectionElementSyntax element) => element is ExpressionElementSyntax { Expression: var expression }
        ? Parse(expression)
        : throw Error(element, $"\"{element}\" is no element that a block can hold");

    private static BlockType? Cast(TypeSyntax type) => type.ToString() switch
    {
        "int" => BlockType.Int,
        "float" or "double" => BlockType.Float,
        _ => null,
    };

    private static BlockValue? Member(MemberAccessExpressionSyntax member, ITypeSymbol? expected)
    {
        // The enumeration may be written with its namespace; what it is follows from the setting.
        string type = member.Expression.ToString();
        return expected is { TypeKind: TypeKind.Enum } && (type == expected.Name || type.EndsWith("." + expected.Name, StringComparison.Ordinal))
            && expected.GetMembers(member.Name.Identifier.ValueText).OfType<IFieldSymbol>().FirstOrDefault() is { HasConstantValue: true } field
            ? BlockValue.Of(Convert.ToInt64(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture))
            : null;
    }

    private BlockValue Constant(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        int number => BlockValue.Of(number),
        float number => BlockValue.Of((double)number),
        double number => BlockValue.Of(number),
        string text => BlockValue.Of(text),
        bool truth => BlockValue.Of(truth),
        _ => throw Error(literal, $"\"{literal}\" is no int, float, bool or string"),
    };

    private BlockTextException Error(SyntaxNode node, string message) => new(start + node.SpanStart, message);
}
