using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Explaining;

/// <summary>Gradients by tagged values: what they leave as it is, threads, and wrong arguments. Their values are compared in the sweeps.</summary>
public sealed class FeatureGradientTests
{
    [Fact]
    public void TheBits_DoNotDependOnThreads()
    {
        foreach (int batch in (int[])[1, 2, 7, 40])
        {
            int[] one = Bits(1, batch);

            Bits(2, batch).ShouldBe(one);
            Bits(3, batch).ShouldBe(one);
        }

        static int[] Bits(int threads, int batch)
        {
            using ExplainedMixture model = new(3) { Threads = threads };
            float[] inputs = Samples.Floats(batch * ExplainedMixture.InputSize, 1);
            float[] outputGradients = Samples.Floats(batch * ExplainedMixture.OutputSize, 2);
            List<int> bits = [];
            foreach (string tag in (string[])["early", "late"])
            {
                int size = model.Description.Tags.Single(t => t.Name == tag).Size;
                float[] gradients = new float[batch * size], values = new float[batch * size], outputs = new float[outputGradients.Length];
                model.FeatureGradients(tag, inputs, outputGradients, gradients, values, outputs);
                gradients.ShouldContain(g => g != 0);
                bits.AddRange([.. Samples.Bits(gradients), .. Samples.Bits(values), .. Samples.Bits(outputs)]);
            }

            return [.. bits];
        }
    }

    /// <summary>An image's gradient is its own, whatever other images are with it.</summary>
    [Fact]
    public void ABatch_HasTheGradientsOfOneByOne()
    {
        using ExplainedMixture model = new(3) { Threads = 2 };
        float[] inputs = Samples.Floats(9 * ExplainedMixture.InputSize, 1);
        float[] outputGradients = Samples.Floats(9 * ExplainedMixture.OutputSize, 2);
        float[] together = new float[9 * 20 * 90];
        float[] single = new float[together.Length];

        model.FeatureGradients("early", inputs, outputGradients, together);
        for (int i = 0; i < 9; i++)
        {
            model.FeatureGradients("early", inputs.AsSpan(i * ExplainedMixture.InputSize, ExplainedMixture.InputSize), outputGradients.AsSpan(i * 5, 5), single.AsSpan(i * 1800, 1800));
        }

        together.ShouldBe(single, 1e-6);
    }

    [Fact]
    public void ValuesAndOutputs_AreThoseOfAPrediction()
    {
        using ExplainedMixture model = new(3) { Threads = 2 };
        float[] inputs = Samples.Floats(3 * ExplainedMixture.InputSize, 1);
        float[] values = new float[3 * 1800], outputs = new float[15], features = new float[3 * 1800], predicted = new float[15];

        model.FeatureGradients("early", inputs, new float[15], new float[3 * 1800], values, outputs);
        model.Features("early", inputs, features);
        model.Predict(inputs, predicted);

        values.ShouldBe(features, 1e-5);
        outputs.ShouldBe(predicted, 1e-5);
    }

    /// <summary>
    /// Two models go through the same steps, one of which is asked for gradients between them: the noise of dropout, running statistics, gradients and the optimizer's state are then the
    /// same to the bit.
    /// </summary>
    [Fact]
    public void ATraining_DoesNotNotice()
    {
        using ExplainedNet asked = new(4) { Threads = 2 };
        using ExplainedNet left = new(4) { Threads = 2 };
        using PlainNet plain = new(4) { Threads = 2 };
        Adam first = new(0.01f), second = new(0.01f), third = new(0.01f);
        float[] gradients = new float[5 * 112];
        for (int step = 0; step < 4; step++)
        {
            float[] inputs = Samples.Floats(5 * ExplainedNet.InputSize, (ulong)step);
            int[] labels = Samples.Labels(5, 4, (ulong)step);
            int version = asked.Parameters.Version;
            int[] before = Samples.Bits(asked);
            int[] ownGradients = Samples.Bits(asked.Parameters.Gradients);

            asked.FeatureGradients("last", inputs, Samples.Floats(20, 9), gradients);

            Samples.Bits(asked).ShouldBe(before);
            Samples.Bits(asked.Parameters.Gradients).ShouldBe(ownGradients);
            asked.Parameters.Version.ShouldBe(version);
            asked.TrainStep(inputs, labels, first);
            left.TrainStep(inputs, labels, second);
            plain.TrainStep(inputs, labels, third);
            Samples.Bits(asked).ShouldBe(Samples.Bits(left));
            Samples.Bits(asked).ShouldBe(Samples.Bits(plain));
        }
    }

    [Fact]
    public void NewParameters_AreSeen()
    {
        using ExplainedNet model = new(4) { Threads = 2 };
        float[] inputs = Samples.Floats(ExplainedNet.InputSize, 1);
        float[] gradients = new float[28], scores = [0, 1, 0, 0];
        model.FeatureGradients("vector", inputs, scores, gradients);

        // The gradient of a score by what the last layer reads is that layer's row of weights.
        gradients.ShouldBe(model.Parameters["dense1.weight"].Values.Slice(28, 28).ToArray());
        foreach (ref float weight in model.Parameters["dense1.weight"].Edit())
        {
            weight *= 2;
        }

        model.FeatureGradients("vector", inputs, scores, gradients);
        gradients.ShouldBe(model.Parameters["dense1.weight"].Values.Slice(28, 28).ToArray());
    }

    [Fact]
    public void TheTable_SaysWhichTagsHaveOne() =>
        ExplainedNet.Info.Tags.Select(t => (t.Name, t.HasGradient)).ShouldBe([("last", true), ("small", false), ("vector", true)]);

    [Fact]
    public void WrongArguments_AreNamed()
    {
        using ExplainedNet model = new(1) { Threads = 1 };
        using PlainNet plain = new(1) { Threads = 1 };
        float[] inputs = new float[2 * ExplainedNet.InputSize], outputs = new float[8], gradients = new float[224];

        Should.Throw<ArgumentException>(() => model.FeatureGradients("first", inputs, outputs, gradients)).Message
            .ShouldBe("expected a tag that ExplainedNet's predictions compute (\"last\", \"small\", \"vector\"), actual \"first\" (Parameter 'tag')");
        Should.Throw<ArgumentException>(() => plain.FeatureGradients("last", inputs, outputs, gradients)).Message
            .ShouldBe("expected a tag of PlainNet that has a gradient, actual \"last\": declare it as [Tag(\"last\", Gradient = true)] (Parameter 'tag')");
        Should.Throw<ArgumentNullException>(() => model.FeatureGradients(null!, inputs, outputs, gradients)).ParamName.ShouldBe("tag");
        Should.Throw<ArgumentException>(() => model.FeatureGradients("last", [], outputs, gradients)).ParamName.ShouldBe("inputs");
        Should.Throw<ArgumentException>(() => model.FeatureGradients("last", inputs, outputs.AsSpan(1), gradients)).Message.ShouldBe("expected 8 values (2 × 4 outputs), actual 7 (Parameter 'outputGradients')");
        Should.Throw<ArgumentException>(() => model.FeatureGradients("last", inputs, outputs, gradients.AsSpan(1))).Message.ShouldBe("expected 224 values (2 × 112 values), actual 223 (Parameter 'gradients')");
        Should.Throw<ArgumentException>(() => model.FeatureGradients("last", inputs, outputs, gradients, new float[1])).ParamName.ShouldBe("values");
        Should.Throw<ArgumentException>(() => model.FeatureGradients("last", inputs, outputs, gradients, gradients, new float[9])).ParamName.ShouldBe("outputs");
        model.Dispose();
        Should.Throw<ObjectDisposedException>(() => model.FeatureGradients("last", inputs, outputs, gradients));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Calls_AllocateNothing(int threads)
    {
        using ExplainedMixture model = new(1) { Threads = threads };
        float[] inputs = Samples.Floats(5 * ExplainedMixture.InputSize, 1);
        float[] outputGradients = Samples.Floats(25, 2);
        float[] gradients = new float[5 * 1800];
        void Call() => model.FeatureGradients("early", inputs, outputGradients, gradients);
        for (int i = 0; i < 50; i++)
        {
            Call();
        }

        Allocations.OnThreadsOf(model.Pool, Call, 700).Max().ShouldBeLessThan(700 * Allocations.SmallestObject / 2);
    }
}
