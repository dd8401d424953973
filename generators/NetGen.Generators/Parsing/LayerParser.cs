using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Reads one layer attribute.</summary>
internal static class LayerParser
{
    /// <summary>The attribute as a declaration; null where C# itself refuses it.</summary>
    public static LayerDeclaration? Parse(AttributeData attribute, int index, CancellationToken cancellation)
    {
        if (attribute is not { AttributeClass: { } type, AttributeConstructor: { } constructor }
            || attribute.ConstructorArguments.Any(IsError) || attribute.NamedArguments.Any(a => IsError(a.Value))
            || HasUnknownSetting(attribute, cancellation))
        {
            return null;
        }

        string kind = LayerAttributes.Kind(type);
        List<Argument> arguments = [];
        List<string> texts = [];
        int given = Given(constructor, attribute);
        for (int i = 0; i < given; i++)
        {
            arguments.Add(Read(constructor.Parameters[i].Name, attribute.ConstructorArguments[i]));
            texts.Add(kind == "Input" && attribute.ConstructorArguments[i].Value is InputSizes.Any ? nameof(InputSizes.Any) : Text(attribute.ConstructorArguments[i], constructor.Parameters[i].IsParams));
        }

        string? name = null;
        int repeat = 1;
        string? share = null;
        bool recompute = false;
        foreach (KeyValuePair<string, TypedConstant> setting in attribute.NamedArguments)
        {
            texts.Add($"{setting.Key} = {Text(setting.Value, spread: false)}");
            switch (setting.Key)
            {
                case "Name":
                    name = setting.Value.Value as string;
                    break;
                case "Repeat":
                    repeat = setting.Value.Value as int? ?? 1;
                    break;
                case "Share":
                    share = setting.Value.Value as string;
                    break;
                case "Recompute":
                    recompute = setting.Value.Value is true;
                    break;
                default:
                    arguments.Add(Read(setting.Key, setting.Value));
                    break;
            }
        }

        return new LayerDeclaration(kind, LayerText.Format(LayerDeclaration.Short(kind), texts), arguments.ToEquatableArray(), name, repeat, index) { Share = share, Recompute = recompute };
    }

    /// <summary>
    /// An attribute that C# refuses, as far as it can be read: its kind, where its class is known, and the texts in it, which may be tags.
    /// </summary>
    public static LayerDeclaration Refused(AttributeData attribute, int index, CancellationToken cancellation)
    {
        AttributeSyntax? syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
        string kind = attribute.AttributeClass is { TypeKind: not TypeKind.Error } type ? LayerAttributes.Kind(type) : "";
        string[] texts = [.. syntax?.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(l => l.Token.Value).OfType<string>() ?? []];
        return new LayerDeclaration(kind, syntax?.ToString() ?? kind, new[] { new Argument("", 0, texts) }, null, 1, index) { Refused = true };
    }

    /// <summary>How many constructor arguments count as given: those at the end that equal their defaults do not.</summary>
    private static int Given(IMethodSymbol constructor, AttributeData attribute)
    {
        int count = attribute.ConstructorArguments.Length;
        while (count > 0 && constructor.Parameters[count - 1] is { } parameter && attribute.ConstructorArguments[count - 1] is var argument
            && (parameter.IsParams ? IsEmpty(argument) : parameter.HasExplicitDefaultValue && Equals(parameter.ExplicitDefaultValue, argument.Value)))
        {
            count--;
        }

        return count;
    }

    /// <summary>Whether a setting is written that the class does not have: the attribute's data leave it out.</summary>
    private static bool HasUnknownSetting(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax { ArgumentList.Arguments: var written }
        && written.Count(a => a.NameEquals is not null) != attribute.NamedArguments.Length;

    private static bool IsError(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Error || (constant is { Kind: TypedConstantKind.Array, IsNull: false } && constant.Values.Any(IsError));

    private static bool IsEmpty(TypedConstant array) => array.IsNull || array.Values.IsEmpty;

    private static Argument Read(string name, TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Array } when IsEmpty(constant) => LayerText.Argument(name, null),
        { Kind: TypedConstantKind.Array, Type: IArrayTypeSymbol { ElementType: { SpecialType: not SpecialType.System_String } element } } when BlockTypes.Of(element) is not null =>
            new Argument(name, 0, EquatableArray<string>.Empty) { Numbers = constant.Values.Select(v => Convert.ToDouble(v.Value, System.Globalization.CultureInfo.InvariantCulture)).ToEquatableArray() },
        { Kind: TypedConstantKind.Array } => new Argument(name, 0, constant.Values.Select(v => v.Value as string ?? "").ToEquatableArray()),
        { Kind: TypedConstantKind.Type } => LayerText.Argument(name, null),
        _ => LayerText.Argument(name, constant.Value),
    };

    /// <param name="constant">The argument's value.</param>
    /// <param name="spread">Whether an array's elements are arguments of their own.</param>
    private static string Text(TypedConstant constant, bool spread) => constant switch
    {
        { Kind: TypedConstantKind.Array } when spread => string.Join(", ", IsEmpty(constant) ? [] : constant.Values.Select(v => Text(v, spread: false))),
        { Kind: TypedConstantKind.Array } => $"[{Text(constant, spread: true)}]",
        { Kind: TypedConstantKind.Enum, Type: { } type } => EnumText(type, constant.Value),
        { Kind: TypedConstantKind.Type, Value: { } type } => $"typeof({type})",
        _ => Literals.OfAny(constant.Value),
    };

    private static string EnumText(ITypeSymbol type, object? value)
    {
        string? member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value))?.Name;
        return member is null ? $"({type.Name}){Literals.OfAny(value)}" : $"{type.Name}.{member}";
    }
}
