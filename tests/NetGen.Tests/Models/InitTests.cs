using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Weights that start as their layers say.</summary>
public sealed class InitTests
{
    /// <summary>Layers of many weights, each by another rule.</summary>
    [Fact]
    public void Weights_HaveTheMomentsOfTheirRule()
    {
        using InitNet model = new(7);

        // A mean's error is the deviation over √n, that of a normal's variance the variance times √(2 / n): five of each are allowed.
        // 64 channels of 3×3 taps are a fan-in and a fan-out of 576.
        Normal("normal", 0, 0.02);
        Normal("moved", 1.5, 0.25);
        Uniform("uniform", 0, 0.3);
        Uniform("uniform2", -1, 0.5);
        Normal("xavier", 0, 2 * Math.Sqrt(2.0 / (576 + 576)));
        Uniform("xavieruniform", 0, Math.Sqrt(6.0 / (576 + 576)));
        Normal("he", 0, Math.Sqrt(2.0 / 576));
        Uniform("heuniform", 0, 0.5 * Math.Sqrt(6.0 / 576));
        model.Parameters["zeros.weight"].Values.ToArray().ShouldAllBe(v => v == 0);
        model.Parameters["ones.weight"].Values.ToArray().ShouldAllBe(v => v == 1);
        model.Parameters.Where(p => p.Path.EndsWith(".bias", StringComparison.Ordinal)).SelectMany(p => p.Values.ToArray()).ShouldAllBe(v => v == 0);

        void Normal(string layer, double mean, double deviation)
        {
            double[] values = [.. model.Parameters[layer + ".weight"].Values.ToArray().Select(v => (double)v)];
            values.Average().ShouldBe(mean, 5 * deviation / Math.Sqrt(values.Length), layer);
            double variance = values.Average(v => (v - mean) * (v - mean));
            variance.ShouldBe(deviation * deviation, 5 * deviation * deviation * Math.Sqrt(2.0 / values.Length), layer);
            values.Count(v => Math.Abs(v - mean) < deviation).ShouldBeInRange((int)(0.66 * values.Length), (int)(0.705 * values.Length), layer);
        }

        void Uniform(string layer, double mean, double half)
        {
            double[] values = [.. model.Parameters[layer + ".weight"].Values.ToArray().Select(v => (double)v)];
            values.Average().ShouldBe(mean, 5 * half / Math.Sqrt(3.0 * values.Length), layer);
            values.ShouldAllBe(v => Math.Abs(v - mean) <= half * 1.000001);
            values.Max(v => Math.Abs(v - mean)).ShouldBeGreaterThan(half * 0.999);
            values.Average(v => (v - mean) * (v - mean)).ShouldBe(half * half / 3, 0.02 * half * half, layer);
        }
    }

    [Theory]
    [InlineData("wide", 30, 50, 1.0)]
    [InlineData("tall", 70, 30, 2.0)]
    public void OrthogonalWeights_AreOrthonormalTimesTheGain(string layer, int rows, int columns, double gain)
    {
        using OrthogonalNet model = new(7);
        float[] values = model.Parameters[layer + ".weight"].Values.ToArray();
        values.Length.ShouldBe(rows * columns);
        int count = Math.Min(rows, columns);
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double product = rows <= columns
                    ? Enumerable.Range(0, columns).Sum(j => (double)values[(a * columns) + j] * values[(b * columns) + j])
                    : Enumerable.Range(0, rows).Sum(i => (double)values[(i * columns) + a] * values[(i * columns) + b]);
                product.ShouldBe(a == b ? gain * gain : 0, 1e-6 * gain * gain);
            }
        }

        // As likely as any other: its first value has the deviation of one of a unit vector, over many seeds.
        double[] first = [.. Enumerable.Range(0, 300).Select(seed =>
        {
            using OrthogonalNet other = new((ulong)seed);
            return (double)other.Parameters[layer + ".weight"].Values[0] / gain;
        })];
        first.Average().ShouldBe(0, 5 / Math.Sqrt(300.0 * Math.Max(rows, columns)));
        first.Average(v => v * v).ShouldBe(1.0 / Math.Max(rows, columns), 0.45 / Math.Max(rows, columns));
    }

    [Fact]
    public void Seeds_DecideTheBits()
    {
        using OrthogonalNet one = new(3);
        using OrthogonalNet two = new(3);
        using OrthogonalNet other = new(4);

        Samples.Bits(two).ShouldBe(Samples.Bits(one));
        Samples.Bits(other).ShouldNotBe(Samples.Bits(one));
    }

    [Fact]
    public void ABlockWhoseLastNormIsZero_BeginsAsAnIdentity()
    {
        using ZeroBlockNet model = new(1) { FreezeBatchNorm = true };
        float[] inputs = [.. Samples.Floats(2 * ZeroBlockNet.InputSize, 1).Select(Math.Abs)];
        float[] outputs = new float[inputs.Length];
        model.Predict(inputs, outputs);

        outputs.ShouldBe(inputs);
    }

    [Fact]
    public void Descriptions_TellTheStart()
    {
        ParameterInfo Of(string path) => InitNet.Info.Parameters.Single(p => p.Path == path);

        Of("moved.weight").ShouldSatisfyAllConditions(p => p.Initialization.ShouldBe(Initialization.Normal), p => p.Scale.ShouldBe(0.25f), p => p.Mean.ShouldBe(1.5f));
        Of("xavier.weight").ShouldSatisfyAllConditions(p => p.Initialization.ShouldBe(Initialization.XavierNormal), p => p.Scale.ShouldBe(2), p => p.FanIn.ShouldBe(576));
        Of("moved.bias").ShouldSatisfyAllConditions(p => p.Initialization.ShouldBe(Initialization.Zero), p => p.Scale.ShouldBe(1), p => p.Mean.ShouldBe(0));
        Of("zeros.running_var").Initialization.ShouldBe(Initialization.One);
    }
}
