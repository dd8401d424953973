using NetGen.Generators.Tests.Support;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Which tags may have a gradient.</summary>
public class TagGradientRulesTests
{
    [Fact]
    public void NG0062_OfAHeadAlone()
    {
        Analysis.Reports(
            Sources.Net("[Input(4)] [Tag(\"x\")] [Dense(4)] [Tag(\"side\", Gradient = true)] [Dense(2)] [Output(\"aux\")] [From(\"x\")] [Dense(2)] [MeanSquaredError]"),
            ("NG0062", "The tag \"side\" can have no gradient: predictions do not compute its value", "Gradient = true"));
        Analysis.Accepts(Sources.Net("[Input(4)] [Tag(\"x\", Gradient = true)] [Dense(4)] [Dense(2)] [Output(\"aux\")] [From(\"x\")] [Dense(2)] [MeanSquaredError]"));
    }

    [Fact]
    public void NG0062_InABlock()
    {
        Analysis.Reports(
            "[Tag(\"x\", Gradient = true)] [Dense(4)] [Add(\"x\")] sealed class UnitAttribute : BlockAttribute; " + Sources.Net("[Input(4)] [Unit] [Dense(2)]"),
            ("NG0040", "In Unit (unit1): The tag \"x\" can have no gradient: a tag inside a block is none of the model's, which alone can be asked for", "Unit"));
        Analysis.Accepts("[Tag(\"x\", Gradient = false)] [Dense(4)] [Add(\"x\")] sealed class UnitAttribute : BlockAttribute; " + Sources.Net("[Input(4)] [Unit] [Tag(\"out\", Gradient = true)] [Dense(2)]"));
    }
}
