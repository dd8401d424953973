using System.Reflection;
using System.Text.RegularExpressions;
using NetGen.Tests.Training;
using Shouldly;

namespace NetGen.Tests;

/// <summary>The page for those who come from Keras or PyTorch says what is so.</summary>
public sealed partial class ComingFromTests
{
    private const string Page = "samples/COMING-FROM.md";

    /// <summary>What is not of the library: the reader's model, whose members are those of any, and .NET's.</summary>
    private static readonly string[] s_foreign = ["SmallNet", "Console", "WriteLine", "IAsyncEnumerable"];

    private static readonly string[] s_packages = ["NetGen.Images", "NetGen.TensorBoard", "NetGen.Reports"];

    /// <summary>Every word with a capital in the code of the last column is a type, a member or an attribute. Lines of other packages are left to these.</summary>
    [Fact]
    public void EveryName_IsThere()
    {
        HashSet<string> known = [.. s_foreign, .. NamesOf(typeof(Models.Regression)), .. typeof(Model).Assembly.GetExportedTypes().SelectMany(NamesOf)];
        string[] rows = [.. File.ReadLines(Repository.PathOf(Page)).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)];
        rows.Length.ShouldBeGreaterThan(40);

        string[] unknown = [.. rows
            .Where(row => !s_packages.Any(package => row.Contains(package, StringComparison.Ordinal)))
            .SelectMany(row => Code().Matches(row.TrimEnd(' ', '|').Split(" | ")[^1]))
            .SelectMany(code => Word().Matches(Quoted().Replace(code.Value, "")))
            .Select(word => word.Value)
            .Where(word => !known.Contains(word))];

        unknown.ShouldBeEmpty();
    }

    /// <summary>The settings of the page, as they stand there.</summary>
    [Fact]
    public void TheSettings_AreOfTheseTypes()
    {
        using SoftmaxRegression net = new(2, 3);
        Adam adam = new(0.001f) { AmsGrad = true, GradientClipNorm = 1, GradientClipValue = 1 };
        adam.Freeze("dense1.*");
        adam.Thaw("dense1.*");
        adam.Groups.Add(new ParameterGroup("dense*") { LearningRateFactor = 0.1f });
        Trainer trainer = new(net, adam)
        {
            BatchSize = 8,
            Epochs = 1,
            LoaderThreads = 2,
            DropLast = true,
            AccumulateBatches = 4,
            Average = new ExponentialMovingAverage(0.999),
            Schedule = new WarmUpSchedule(new CosineSchedule(0.1), epochs: 1),
            Metrics = { new TopK(2), new ConfusionMatrix(3) },
            Callbacks =
            {
                new EarlyStopping { Patience = 5, Monitor = MonitoredMetric.OfValidation("top-2 accuracy", rises: true) },
                new LambdaCallback(),
            },
        };
        (Dataset train, Dataset test) = Clusters.Make(64, 1).Split(0.9, seed: 1);

        trainer.Fit(train, test).Epochs[0].Metrics.Count.ShouldBe(2);
        trainer.Fit(new SampleStream([2], Streams.Of(train)) { SamplesPerEpoch = 50, ShuffleBuffer = 10 }, test).Steps.ShouldBe(2);

        Trainer.Evaluate(net, test).Count.ShouldBe(test.Count);
        Evaluator.Run(net, test, new TopK(2), new ConfusionMatrix(3)).Metrics.Count.ShouldBe(2);
        new Ensemble(net, net).Members.Count.ShouldBe(2);
        new AdamW(0.001f) { WeightDecay = 0.01f, DecayBiasesAndNorms = false }.DecayBiasesAndNorms.ShouldBeFalse();
        new LearningRateFinder { Steps = 2 }.Run(trainer, new Adam(), train).ShouldNotBeNull();
    }

    /// <summary>A type's name, without <c>Attribute</c>, and those of its members.</summary>
    private static IEnumerable<string> NamesOf(Type type)
    {
        string name = type.Name.Split('`')[0];
        IEnumerable<string> members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Select(m => m.Name);
        return [name, name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name, .. members];
    }

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Code();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![A-Za-z0-9_])[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*")]
    private static partial Regex Word();
}
