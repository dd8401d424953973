using System.Globalization;
using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Shapes;
using Shouldly;

namespace NetGen.Generators.Tests.Shapes;

/// <summary>Every op says which kinds of shapes it takes: it makes a shape of each of them, and refuses the others in words.</summary>
public sealed class ShapeKindTests
{
    private static readonly Window s_window = new(3, 3, 1, 1, 1, 1, 1, 1);
    private static readonly EquatableArray<string> s_tag = new[] { "x" };

    private static readonly Dictionary<string, Spec> s_specs = new(StringComparer.Ordinal)
    {
        ["Conv"] = new ConvSpec(4, s_window, 1, Bias: true),
        ["Conv1D"] = new Conv1DSpec(4, StepWindow.Of(3, 1, 1, 1), 1, Bias: true),
        ["DepthwiseConv"] = new DepthwiseConvSpec(s_window, 1, Bias: true),
        ["ConvTranspose"] = new ConvTransposeSpec(4, s_window, 0, 1, Bias: true),
        ["Dense"] = new DenseSpec(4, Bias: true),
        ["LSTM"] = new LSTMSpec(4, ReturnSequences: true),
        ["GRU"] = new GRUSpec(4, ReturnSequences: false),
        ["SimpleRNN"] = new SimpleRNNSpec(4, ReturnSequences: true),
        ["RadialBasis"] = new RadialBasisSpec(4, Trainable: true),
        ["BatchNorm"] = new BatchNormSpec(0.1f, 1e-5f),
        ["GroupNorm"] = new GroupNormSpec(2, 1e-5f),
        ["InstanceNorm"] = new InstanceNormSpec(Affine: true, 1e-5f),
        ["LayerNorm"] = new LayerNormSpec(1e-5f),
        ["LocalResponseNorm"] = new LocalResponseNormSpec(3, 1e-4f, 0.75f, 1),
        ["Embedding"] = new EmbeddingSpec(10, 4, null),
        ["ReLU"] = new ReLUSpec(),
        ["ReLU6"] = new ReLU6Spec(),
        ["LeakyReLU"] = new LeakyReLUSpec(0.1f),
        ["PReLU"] = new PReLUSpec(),
        ["ELU"] = new ELUSpec(1),
        ["GELU"] = new GELUSpec(),
        ["SiLU"] = new SiLUSpec(),
        ["HardSwish"] = new HardSwishSpec(),
        ["Softplus"] = new SoftplusSpec(),
        ["Sigmoid"] = new SigmoidSpec(),
        ["Tanh"] = new TanhSpec(1, 1),
        ["Softmax"] = new SoftmaxSpec(),
        ["LogSoftmax"] = new LogSoftmaxSpec(),
        ["MaxPool"] = new MaxPoolSpec(s_window, CeilMode: false),
        ["MaxPool1D"] = new MaxPool1DSpec(StepWindow.Of(3, 1, 1, 1), CeilMode: false),
        ["MaxUnpool"] = new MaxUnpoolSpec("x", new Window(2, 2, 2, 2, 0, 0, 1, 1)),
        ["AvgPool"] = new AvgPoolSpec(s_window, CeilMode: false, CountIncludePad: true),
        ["AvgPool1D"] = new AvgPool1DSpec(StepWindow.Of(3, 1, 1, 1), CeilMode: false, CountIncludePad: true),
        ["GlobalAvgPool"] = new GlobalAvgPoolSpec(),
        ["GlobalMaxPool"] = new GlobalMaxPoolSpec(),
        ["AdaptiveAvgPool"] = new AdaptiveAvgPoolSpec(2, 2),
        ["Dropout"] = new DropoutSpec(0.5f),
        ["Flatten"] = new FlattenSpec(),
        ["Reshape"] = new ReshapeSpec(2, 6, 6),
        ["Upsample"] = new UpsampleSpec(2, IR.UpsampleMode.Nearest),
        ["PixelShuffle"] = new PixelShuffleSpec(2),
        ["ZeroPad"] = new ZeroPadSpec(1),
        ["ReflectionPad"] = new ReflectionPadSpec(1),
        ["ReplicationPad"] = new ReplicationPadSpec(1),
        ["Slice"] = new SliceSpec(1, 2, IR.SliceAxis.Channels),
        ["Crop"] = new CropSpec(1),
        ["PadChannels"] = new PadChannelsSpec(1, 1),
        ["Add"] = new AddSpec(s_tag),
        ["Multiply"] = new MultiplySpec(s_tag),
        ["Concat"] = new ConcatSpec(s_tag),
        ["RoIAlign"] = new RoIAlignSpec("x", 2, 2, 1, 2, Aligned: false),
        ["RoIPool"] = new RoIPoolSpec("x", 2, 2, 1),
        ["Prepend"] = new PrependSpec(s_tag),
        ["SoftmaxCrossEntropy"] = new SoftmaxCrossEntropySpec(0),
        ["MeanSquaredError"] = new MeanSquaredErrorSpec(),
        ["BinaryCrossEntropy"] = new BinaryCrossEntropySpec(),
        ["Huber"] = new HuberSpec(1),
        ["SmoothL1"] = new SmoothL1Spec(1),
        ["CTC"] = new CTCSpec(ZeroInfinity: false),
        ["Dice"] = new DiceSpec(Sigmoid: false, 1, null),
    };

    /// <summary>72 values each, as many as <c>Reshape</c> is told.</summary>
    private static readonly Shape[] s_shapes = [Shape.Vector(72), Shape.Image(8, 3, 3), Shape.Sequence(9, 8)];

    public static TheoryData<string> Ops =>
        [.. typeof(ShapeRule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ShapeRule)) && !t.IsAbstract).Select(t => t.Name).Where(op => op != "Input").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ops))]
    public void OfEachKind_ComesAShapeOrARefusal(string op)
    {
        foreach (Shape shape in s_shapes)
        {
            List<Problem> problems = [];
            ShapedNode? shaped = Infer(op, shape, op.StartsWith("RoI", StringComparison.Ordinal) ? Shape.Sequence(6, 4) : shape, problems);

            if (ShapeRules.Get(op).Takes.Include(shape.Kind))
            {
                problems.ShouldBeEmpty();
                shaped.ShouldNotBeNull().Output.Kind.ShouldNotBe(ShapeKinds.None);
            }
            else
            {
                shaped.ShouldBeNull();
                problems.ShouldHaveSingleItem().Id.ShouldBeOneOf("NG0028", "NG0029", "NG0078");
            }
        }
    }

    /// <summary>Ops of several inputs meet any two kinds.</summary>
    [Theory]
    [InlineData("Add")]
    [InlineData("Multiply")]
    [InlineData("Concat")]
    public void TwoKinds_JoinOrAreRefused(string op)
    {
        foreach (Shape first in s_shapes)
        {
            foreach (Shape second in s_shapes.Where(s => s != first))
            {
                List<Problem> problems = [];
                Infer(op, first, second, problems).ShouldBeNull();
                problems.ShouldHaveSingleItem().Id.ShouldBeOneOf("NG0030", "NG0031");
            }
        }
    }

    [Theory]
    [InlineData("Dense", "(9, 4)")]
    [InlineData("Conv1D", "(9, 4)")]
    [InlineData("MaxPool1D", "(9, 8)")]
    [InlineData("AvgPool1D", "(9, 8)")]
    [InlineData("ReLU", "(9, 8)")]
    [InlineData("Flatten", "(72)")]
    [InlineData("Reshape", "(2, 6, 6)")]
    [InlineData("Add", "(9, 8)")]
    [InlineData("Concat", "(9, 16)")]
    [InlineData("GlobalAvgPool", "(8)")]
    [InlineData("GlobalMaxPool", "(8)")]
    [InlineData("LSTM", "(9, 4)")]
    [InlineData("GRU", "(4)")]
    public void OfASequence_Comes(string op, string shape) =>
        Infer(op, Shape.Sequence(9, 8), Shape.Sequence(9, 8), []).ShouldNotBeNull().Output.ToString().ShouldBe(shape);

    [Fact]
    public void AVector_IsAddedToEachStep()
    {
        Infer("Add", Shape.Sequence(9, 8), Shape.Vector(8), []).ShouldNotBeNull().Output.ShouldBe(Shape.Sequence(9, 8));
        Infer("Add", Shape.Sequence(1, 8), Shape.Sequence(9, 8), []).ShouldNotBeNull().Output.ShouldBe(Shape.Sequence(9, 8));
        Infer("Add", Shape.Sequence(9, 1), Shape.Sequence(9, 8), []).ShouldNotBeNull().Output.ShouldBe(Shape.Sequence(9, 8));
    }

    [Fact]
    public void AVector_ScalesTheFeaturesOfASequence()
    {
        Infer("Multiply", Shape.Sequence(9, 8), Shape.Vector(8), []).ShouldNotBeNull().Output.ShouldBe(Shape.Sequence(9, 8));
        Infer("Multiply", Shape.Vector(8), Shape.Sequence(9, 8), []).ShouldNotBeNull().Output.ShouldBe(Shape.Sequence(9, 8));
    }

    /// <summary>The parameters of a dense layer are those for one step, and each step costs.</summary>
    [Fact]
    public void DenseOfASequence_IsTheSameForEachStep()
    {
        ShapedNode shaped = Infer("Dense", Shape.Sequence(9, 8), default, []).ShouldNotBeNull();

        shaped.Parameters.Select(p => p.Shape).ShouldBe([new[] { 4, 8 }, new[] { 4 }]);
        shaped.Macs.ShouldBe(9 * 8 * 4);
    }

    [Theory]
    [InlineData("Conv", "Conv needs an image, but its input is the sequence (9, 8): put [Flatten] or [Reshape(c, h, w)] before it")]
    [InlineData("BatchNorm", "BatchNorm needs an image or a feature vector, but its input is the sequence (9, 8): put [Flatten] or [Reshape(c, h, w)] before it")]
    [InlineData("GroupNorm", "GroupNorm needs an image or a feature vector, but its input is the sequence (9, 8): put [Flatten] or [Reshape(c, h, w)] before it")]
    [InlineData("RadialBasis", "RadialBasis needs a feature vector, but its input is the sequence (9, 8): put [Flatten] before it")]
    public void ASequence_IsRefusedByItsName(string op, string message)
    {
        List<Problem> problems = [];
        Infer(op, Shape.Sequence(9, 8), default, problems);

        Message(problems.ShouldHaveSingleItem()).ShouldBe(message);
    }

    [Fact]
    public void ASequence_JoinsItsLikeAlone()
    {
        List<Problem> problems = [];
        Infer("Concat", Shape.Sequence(9, 8), Shape.Image(9, 8, 1), problems);
        Infer("Concat", Shape.Vector(8), Shape.Sequence(9, 8), problems);
        Infer("Add", Shape.Sequence(9, 8), Shape.Sequence(8, 9), problems);

        problems.Select(Message).ShouldBe(
        [
            "Concat needs (9, *) but \"x\" is (9, 8, 1): make both an image or both a vector",
            "Concat needs (*) but \"x\" is (9, 8): make both an image or both a vector",
            "Add needs (9, 8) but \"x\" is (8, 9): give both the same size",
        ]);
    }

    /// <summary>As of any other input, the sizes are at least 1.</summary>
    [Fact]
    public void ASequence_HasSteps()
    {
        List<Problem> problems = [];
        Node input = new(0, "Input", new InputSpec(Shape.Sequence(0, -1)), EquatableArray<int>.Empty, "input1", "Input1", "Input", 0);
        ShapeInference.Infer(input, _ => default, problems).ShouldBeNull();

        problems.Select(Message).ShouldBe(["steps of Input must be at least 1, but is 0", "features of Input must be at least 1, but is -1"]);
    }

    private static ShapedNode? Infer(string op, Shape first, Shape second, List<Problem> problems)
    {
        Spec spec = s_specs[op];
        int[] inputs = spec is JoinSpec ? [0, 1] : spec is MaxUnpoolSpec ? [0, 1, 1] : [0];
        Node node = new(2, op, spec, inputs, op.ToLowerInvariant() + "1", op + "1", op, 0);
        return ShapeInference.Infer(node, id => id == 0 ? first : second, problems);
    }

    private static string Message(Problem problem) =>
        string.Format(CultureInfo.InvariantCulture, Rules.Get(problem.Id).MessageFormat.ToString(CultureInfo.InvariantCulture), [.. problem.Arguments]);
}
