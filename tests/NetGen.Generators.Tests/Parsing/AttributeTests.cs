using System.Reflection;
using NetGen.Generators.Graph;
using NetGen.Generators.Parsing;
using Shouldly;

namespace NetGen.Generators.Tests.Parsing;

/// <summary>The attributes and what the generator knows are the same set.</summary>
public class AttributeTests
{
    private static Type[] Layers => [.. typeof(LayerAttribute).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(LayerAttribute)) && !t.IsAbstract)];

    private static IEnumerable<Type> Primitives => Layers.Where(t => !t.IsSubclassOf(typeof(BlockAttribute)) && t != typeof(LayersAttribute));

    [Fact]
    public void EveryAttribute_IsKnown() =>
        Primitives.Select(t => t.Name.Replace("Attribute", "")).Order(StringComparer.Ordinal)
            .ShouldBe(LayerReaders.Names.Concat(Directives.Names).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryAttribute_IsSealed() => Layers.ShouldAllBe(t => t.IsSealed);

    /// <summary>The generator does not refer to the library.</summary>
    [Fact]
    public void AnySize_IsTheSameNumberInBoth() => InputSizes.Any.ShouldBe(Dimension.Any);

    [Fact]
    public void SettingOfADirection_Wins()
    {
        ConvAttribute conv = new(8, 3) { StrideH = 2, Stride = 3, PadW = 1, Dilation = 2 };
        (conv.StrideH, conv.StrideW, conv.PadH, conv.PadW, conv.DilationH, conv.DilationW).ShouldBe((2, 3, 0, 1, 2, 2));
        MaxPoolAttribute pool = new(2, 3);
        (pool.StrideH, pool.StrideW).ShouldBe((2, 3));
    }

    [Fact]
    public void Attribute_MayBeGivenOftenAndIsNotInherited()
    {
        AttributeUsageAttribute usage = typeof(ConvAttribute).GetCustomAttribute<AttributeUsageAttribute>().ShouldNotBeNull();

        // What is no class is refused once by NG0005, not once a layer by C#.
        AttributeTargets types = AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface;
        (usage.ValidOn, usage.AllowMultiple, usage.Inherited).ShouldBe((types, true, false));
    }
}
