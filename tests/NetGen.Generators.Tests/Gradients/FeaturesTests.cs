using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Values at tags, read back after a prediction: those of a model that ends there.</summary>
public sealed class FeaturesTests
{
    /// <summary>Layers, with [Tag] after some of them, which predictions would otherwise fuse, fold or share memory past.</summary>
    public static TheoryData<string> Networks => new()
    {
        "[Input(3, 9, 8)] T [Conv(18, 3, Pad = 1)] T [BatchNorm] T [ReLU] T [MaxPool(2)] T [Conv(5, 1)] [LeakyReLU] T [GlobalAvgPool] T [Dense(7)] T [Softmax] T",
        "[Input(6)] T [Dense(20)] T [Dropout(0.5f)] T [ReLU] T [BatchNorm] [Sigmoid] T [Dense(3)]",
        "[Input(6)] [Dense(20)] T [Dropout(0.5f)] [ReLU] [Dense(3)] T [MeanSquaredError]",
        "[Input(3, 6, 6)] [Conv(4, 3, Bias = false)] T [BatchNorm] [ReLU] [ResBlock] T [Conv(3, 3, Pad = 1)] [BatchNorm] T [Tag(\"twice\")] [ReLU] [Flatten] T [Dense(4)] [SoftmaxCrossEntropy]",
        "[Input(2, 4, 4)] [GlobalAvgPool] T [Reshape(2, 1, 1)] T [Flatten] T [ReLU]",
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Values_AreThoseOfAModelThatEndsThere(string pattern)
    {
        string[] parts = pattern.Split(" T");
        string[] names = [.. Enumerable.Range(0, parts.Length - 1).Select(i => $"t{i}")];
        using Model model = Nets.Make(string.Concat(parts.Select((p, i) => i < names.Length ? $"{p} [Tag(\"{names[i]}\")]" : p)));
        using Model untagged = Nets.Make(string.Concat(parts).Replace("[Tag(\"twice\")]", "", StringComparison.Ordinal));
        RandomSource random = new(3);
        foreach (Parameter parameter in model.Parameters)
        {
            foreach (ref float value in parameter.Edit())
            {
                value = random.NextSingle() - (parameter.Path.EndsWith("var", StringComparison.Ordinal) ? -0.5f : 0.5f);
            }
        }

        model.Description.Tags.Select(t => t.Name).Where(t => t != "twice").ShouldBe(names);
        for (int batch = 1; batch <= 70; batch += 23)
        {
            float[] inputs = Nets.Random(batch * model.Description.InputSize, (ulong)batch);
            for (int i = 0; i < names.Length; i++)
            {
                float[] values = new float[batch * model.Description.Tags.Single(t => t.Name == names[i]).Size];
                model.Features(names[i], inputs, values);

                // Of the layers up to there; a dropout that does nothing stands in where there are none.
                string declaration = string.Concat(parts[..(i + 1)]);
                using Model ended = Nets.Make(i == 0 && parts[0].Count(c => c == '[') == 1 ? declaration + " [Dropout(0)]" : declaration);
                ended.Description.OutputShape.ShouldBe(model.Description.Tags.Single(t => t.Name == names[i]).Shape);
                Copy(model, ended);
                values.ShouldBe(Nets.Predict(ended, inputs), 1e-5);
            }

            Copy(model, untagged);
            Nets.Predict(model, inputs).ShouldBe(Nets.Predict(untagged, inputs), 1e-5);
        }
    }

    /// <summary>A tag may hold anything but nothing, so the generated code must quote it.</summary>
    [Fact]
    public void ATagOfSeveralLines_IsReadable()
    {
        using Model model = Nets.Make("[Input(1)] [Tag(\"a \\\"b\\\"\\n c\")] [ReLU]");
        float[] value = new float[1];

        model.Features("a \"b\"\n c", [-3], value);

        value.ShouldBe([-3]);
    }

    [Fact]
    public void BranchesAndHeads_AreToldApart()
    {
        using Model model = Nets.Make(
            "[Input(4)] [Dense(5)] [Tag(\"trunk\")] [Dense(3)] [Tag(\"left\")] [From(\"trunk\")] [Dense(3)] [Output(\"aux\")] "
            + "[From(\"trunk\")] [Dense(3)] [Tag(\"right\")] [Add(\"left\")] [Tag(\"sum\")] [Dense(3)] [MeanSquaredError]");
        float[] inputs = Nets.Random(4 * 9, 1);
        float[] left = new float[27], right = new float[27], sum = new float[27];

        model.Description.Tags.Select(t => t.Name).ShouldBe(["trunk", "left", "right", "sum"]);
        model.Features("left", inputs, left);
        model.Features("sum", inputs, sum);
        using Predictor predictor = model.CreatePredictor(2);
        predictor.Features("right", inputs, right);

        sum.ShouldBe(left.Zip(right, (a, b) => a + b).ToArray());
        left.ShouldNotBe(right);
    }

    private static void Copy(Model from, Model to)
    {
        foreach (Parameter parameter in to.Parameters)
        {
            from.Parameters[parameter.Path].Values.CopyTo(parameter.Edit());
        }
    }
}
