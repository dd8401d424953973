using NetGen.Generators.Graph;
using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Blocks;

/// <summary>Blocks with outputs for training, such as a network with auxiliary classifiers.</summary>
public class BlockOutputTests
{
    private const string Blocks = """"
        [Layers("""
            [Dense(units)] [Tag("x")]
            if (Heads) { [Side(3, "aux1")] [From("x")] }
            [Tanh] [Dense(3)]
            """)]
        public sealed class TrunkAttribute(int units) : BlockAttribute
        {
            public int Units { get; } = units;

            public bool Heads { get; set; }
        }

        [Layers("""[Dense(classes)] [Output(output, Weight = 0.5f)]""")]
        public sealed class SideAttribute(int classes, string output) : BlockAttribute
        {
            public (int, string) All { get; } = (classes, output);
        }
        """";

    [Fact]
    public void Output_HasItsNameAsGiven_AndTheModelsLoss()
    {
        LayerGraph graph = Graph("[Input(4)] [Trunk(8, Heads = true)] [SoftmaxCrossEntropy(LabelSmoothing = 0.1f)]");

        Head head = graph.Heads.ShouldHaveSingleItem();
        head.Output.ShouldBe("aux1");
        head.Weight.ShouldBe(0.5f);
        head.Loss.Spec.ShouldBe(graph.Loss!.Spec);
        graph.Nodes[head.Loss.Inputs[0]].Path.ShouldBe("trunk1.side1.dense1");
        graph.Nodes[graph.Output].Path.ShouldBe("trunk1.dense2");
    }

    [Fact]
    public void Output_UnderAConditionThatDoesNotHold_IsNone() => Graph("[Input(4)] [Trunk(8)] [SoftmaxCrossEntropy]").Heads.ShouldBeEmpty();

    [Fact]
    public void LossAfterABlockThatEndsInAnOutput_IsTheModels()
    {
        LayerGraph graph = Graph("[Input(4)] [Side(3, \"a\")] [SoftmaxCrossEntropy]");

        graph.Loss.ShouldNotBeNull().Path.ShouldBe("softmaxcrossentropy1");
        graph.Heads.ShouldHaveSingleItem().Loss.Inputs.ShouldBe(graph.Loss!.Inputs);
    }

    [Fact]
    public void OutputNames_AreUniqueInTheModel()
    {
        Analysis.Reports(
            "[Input(4)] [Trunk(8, Heads = true, Repeat = 2)] [SoftmaxCrossEntropy]\npublic sealed partial class Net;\n" + Blocks,
            ("NG0040", "In Side (trunk2.side1): The name \"aux1\" is already that of [Output(\"aux1\", Weight = 0.5f)]: take another one", "Trunk(8, Heads = true, Repeat = 2)"));
        Analysis.Reports(
            "[Input(4)] [Side(3, \"a\")] [Output(\"a\")] [Dense(3)] [SoftmaxCrossEntropy]\npublic sealed partial class Net;\n" + Blocks,
            ("NG0020", "The name \"a\" is already that of [Output(\"a\", Weight = 0.5f)]: take another one", "\"a\""));
    }

    [Fact]
    public void Tags_AreTheirScopesOwn()
    {
        Graph("[Input(4)] [Dense(3)] [Output(\"x\")] [Trunk(8)] [SoftmaxCrossEntropy]").Heads.Count.ShouldBe(1);
        Graph("[Input(4)] [Tag(\"a\")] [Side(4, \"a\")] [Add(\"a\")] [SoftmaxCrossEntropy]").Heads.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("[Input(4)] [Side(5, \"a\")] [Dense(3)] [SoftmaxCrossEntropy]", "NG0046", "The output \"a\" is (5), but it trains on the labels of the model's output (3): give it the same shape", "Side(5, \"a\")")]
    [InlineData("[Input(4)] [Side(5, \"a\")] [Dense(3)]", "NG0044", "[Output(\"a\", Weight = 0.5f)] adds to the loss in training, but Net ends in none: add a loss at the end", "Side(5, \"a\")")]
    public void OutputRules_PointAtTheBlocksUse(string layers, string rule, string message, string at) =>
        Analysis.Reports(layers + "\npublic sealed partial class Net;\n" + Blocks, (rule, message, at));

    private static LayerGraph Graph(string layers)
    {
        List<Problem> problems = [];
        LayerGraph? graph = LayerGraph.Of(GraphBuilder.Build(Models.Parse(Sources.Net(layers) + Blocks), problems));
        problems.ShouldBeEmpty();
        return graph.ShouldNotBeNull();
    }
}
