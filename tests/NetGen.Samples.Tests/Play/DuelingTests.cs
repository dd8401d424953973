using Play;
using Shouldly;

namespace NetGen.Samples.Tests.Games;

/// <summary>Q = V + A − mean(A) (Wang et al. 2016, equation 9).</summary>
public sealed class DuelingTests
{
    private const string ValueBias = "duelinghead1.dense2.bias";
    private const string AdvantageBias = "duelinghead1.dense4.bias";

    [Fact]
    public void Values_AreTheStatesValue_AndTheAdvantagesOverTheirMean()
    {
        using SmallDuelingNet net = Make();
        foreach (Parameter parameter in net.Parameters.Where(p => p.Path.EndsWith(".weight", StringComparison.Ordinal) && !p.Path.Contains("sum", StringComparison.Ordinal)))
        {
            parameter.Edit().Clear();
        }

        net.Parameters[ValueBias].Edit()[0] = 5;
        new float[] { 3, 6, 0 }.CopyTo(net.Parameters[AdvantageBias].Edit());
        float[] values = new float[3];

        net.Predict([1, 2, 3, 4, 5], values);

        values.ShouldBe([5, 8, 2], 1e-5);
    }

    [Fact]
    public void Gradients_AreThoseByDifferences()
    {
        using SmallDuelingNet net = Make();
        RandomSource random = new(2);
        float[] inputs = [.. Enumerable.Range(0, 20).Select(_ => (float)random.NextNormal())];
        float[] weights = [.. Enumerable.Range(0, 12).Select(_ => (float)random.NextNormal())];
        net.ComputeGradients(inputs, Weighed);
        float[][] gradients = [.. net.Parameters.Select(p => p.Gradient.ToArray())];

        for (int p = 0; p < gradients.Length; p++)
        {
            for (int i = 0; i < gradients[p].Length; i++)
            {
                float before = net.Parameters[p].Values[i];
                double slope = (LossAt(p, i, before + 0.01f) - LossAt(p, i, before - 0.01f)) / 0.02;
                net.Parameters[p].Edit()[i] = before;
                gradients[p][i].ShouldBe((float)slope, 2e-3f);
            }
        }

        net.ComputeGradients(inputs, Weighed);

        // Of the four samples: by the value the sum over actions, by an advantage what its action has over the mean.
        float all = weights.Sum();
        net.Parameters[ValueBias].Gradient[0].ShouldBe(all, 1e-5f);
        for (int action = 0; action < 3; action++)
        {
            net.Parameters[AdvantageBias].Gradient[action].ShouldBe(weights.Where((_, i) => i % 3 == action).Sum() - (all / 3), 1e-5f);
        }

        double LossAt(int p, int i, float value)
        {
            net.Parameters[p].Edit()[i] = value;
            return net.ComputeGradients(inputs, Weighed).Loss;
        }

        double Weighed(OutputSet outputs, OutputSet by)
        {
            weights.CopyTo(by["output"]);
            double sum = 0;
            for (int i = 0; i < weights.Length; i++)
            {
                sum += (double)weights[i] * outputs["output"][i];
            }

            return sum;
        }
    }

    [Fact]
    public void ANetworkWithoutSuchAHead_IsLeftAsItIs()
    {
        using CatchNet net = new(1);
        float[] before = [.. net.Parameters.TrainableValues];

        DuelingSum.Give(net).ShouldBeFalse();

        net.Parameters.TrainableValues.ToArray().ShouldBe(before);
    }

    private static SmallDuelingNet Make()
    {
        SmallDuelingNet net = new(3) { Threads = 1 };
        DuelingSum.Give(net).ShouldBeTrue();
        return net;
    }
}
