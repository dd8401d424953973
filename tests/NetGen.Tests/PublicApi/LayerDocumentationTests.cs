using System.Xml.Linq;
using Shouldly;

namespace NetGen.Tests.PublicApi;

/// <summary>What an editor shows over a layer's attribute: shapes, and the word that users of PyTorch know it by.</summary>
public sealed class LayerDocumentationTests
{
    private static readonly Dictionary<string, XElement> s_members = XDocument.Load(Path.ChangeExtension(typeof(LayerAttribute).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    public static TheoryData<Type> Layers => [.. typeof(LayerAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Layers))]
    public void ALayer_TellsItsShapes_AndPyTorchsCounterpart(Type layer)
    {
        string text = s_members["T:" + layer.FullName].Value;

        text.ShouldSatisfyAllConditions(
            () => text.ShouldMatch("PyTorch"),
            () => text.ShouldMatch(@"\((C|F|n|c)\b|shape"));
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void EachArgument_IsDescribed(Type layer)
    {
        foreach (string property in layer.GetProperties().Where(p => p.DeclaringType!.Assembly == layer.Assembly).Select(p => $"P:{p.DeclaringType!.FullName}.{p.Name}"))
        {
            s_members.ShouldContainKey(property);
        }

        foreach ((string constructor, XElement member) in s_members.Where(m => m.Key.StartsWith($"M:{layer.FullName}.#ctor(", StringComparison.Ordinal)))
        {
            member.Elements("param").Count().ShouldBe(constructor.Count(c => c == ',') + 1, constructor);
        }
    }
}
