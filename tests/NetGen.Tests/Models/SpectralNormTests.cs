using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Weights divided by their spectral norms; their values beside PyTorch's are golden cases.</summary>
public sealed class SpectralNormTests
{
    /// <summary>A fresh matrix is divided by its largest singular value nearly, and after some steps by that.</summary>
    [Fact]
    public void Sigma_IsTheLargestSingularValue()
    {
        using SpectralMatrixNet model = new(3);
        double largest = LargestSingularValue(model.Parameters["dense1.weight_orig"].Values, 12, 20);

        Sigma(model).ShouldBe(largest, 0.02 * largest);
        for (int step = 0; step < 300; step++)
        {
            model.Forward(new float[20], new float[12]);
        }

        Sigma(model).ShouldBe(largest, 1e-5 * largest);

        // The bias is 0 at the start, so that outputs are W / σ.
        static double Sigma(SpectralMatrixNet model)
        {
            float[] input = new float[20];
            float[] output = new float[12];
            input[7] = 1;
            model.Predict(input, output);
            return model.Parameters["dense1.weight_orig"].Values[7] / output[0];
        }
    }

    [Fact]
    public void Gradients_AreThoseByDifferences()
    {
        using SpectralNet model = new(5) { FreezeBatchNorm = true };
        float[] inputs = Samples.Floats(5 * SpectralNet.InputSize, 1);
        int[] labels = Samples.Labels(5, 4, 2);
        model.ComputeGradients(inputs, labels);
        foreach (Parameter parameter in model.Parameters.Where(p => p.Trainable).ToArray())
        {
            float[] gradient = parameter.Gradient.ToArray();
            foreach (int place in (int[])[0, parameter.Length / 2, parameter.Length - 1])
            {
                double expected = Differences.Of(() => model.ComputeGradients(inputs, labels).Loss, value => parameter.Edit()[place] = value, parameter.Values[place]);
                ((double)gradient[place]).ShouldBe(expected, 2e-4, $"{parameter.Path}[{place}]");
            }
        }
    }

    [Fact]
    public void GradientByAScaledWeight_IsAcrossIt()
    {
        // W and 2 · W compute the same, so nothing is to be gained along W.
        using SpectralMatrixNet model = new(3);
        model.Parameters["dense1.bias"].Edit().Fill(0.1f);
        for (int step = 0; step < 300; step++)
        {
            model.Forward(new float[20], new float[12]);
        }

        model.Forward(Samples.Floats(20, 1), new float[12]);
        model.Backward(Samples.Floats(12, 2));

        Parameter weight = model.Parameters["dense1.weight_orig"];
        double along = 0;
        double size = 0;
        for (int i = 0; i < weight.Length; i++)
        {
            along += weight.Values[i] * weight.Gradient[i];
            size += Math.Abs(weight.Values[i] * weight.Gradient[i]);
        }

        along.ShouldBe(0, 1e-5 * size);
        size.ShouldBeGreaterThan(0.1);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Bits_AreTheSameForAnyThreads(int threads)
    {
        Train(threads).ShouldBe(Train(1));

        static int[] Train(int threads)
        {
            using SpectralNet model = new(5) { Threads = threads };
            Adam adam = new(0.01f);
            foreach (int batch in (int[])[1, 7, 20])
            {
                model.TrainStep(Samples.Floats(batch * SpectralNet.InputSize, (ulong)batch), Samples.Labels(batch, 4, 1), adam);
            }

            return Samples.Bits(model);
        }
    }

    [Fact]
    public void Steps_AllocateNothing()
    {
        using SparseSpectralNet sparse = new(5) { Threads = 2 };
        float[] patches = Samples.Floats(3 * SparseSpectralNet.InputSize, 1);
        int[] classes = Samples.Labels(3, 2, 2);
        Sgd sgd = new(0.001f);
        Allocations.ShouldBeNone(sparse, () => sparse.TrainStep(patches, classes, sgd));

        using SpectralNet model = new(5) { Threads = 2 };
        float[] inputs = Samples.Floats(3 * SpectralNet.InputSize, 1);
        float[] outputs = new float[3 * SpectralNet.OutputSize];
        int[] labels = Samples.Labels(3, 4, 2);
        Adam adam = new(0.001f);
        Allocations.ShouldBeNone(model, () =>
        {
            model.TrainStep(inputs, labels, adam);
            model.Predict(inputs, outputs);
        });
    }

    /// <summary>Steps move the vectors, predictions and frozen steps do not, and a file has them.</summary>
    [Fact]
    public void Vectors_MoveWithSteps()
    {
        using SpectralNet model = new(5);
        float[] inputs = Samples.Floats(2 * SpectralNet.InputSize, 1);
        int[] labels = Samples.Labels(2, 4, 2);
        int[] before = Bits();

        model.Predict(inputs, new float[2 * SpectralNet.OutputSize]);
        model.Evaluate(inputs, labels);
        model.FreezeBatchNorm = true;
        model.ComputeGradients(inputs, labels);
        Bits().ShouldBe(before);

        model.FreezeBatchNorm = false;
        model.ComputeGradients(inputs, labels);
        Bits().ShouldNotBe(before);

        using TempFolder folder = new();
        string path = folder["spectral.safetensors"];
        model.Save(path);
        using SpectralNet loaded = SpectralNet.FromFile(path);
        Samples.Bits(loaded).ShouldBe(Samples.Bits(model));
        float[] expected = new float[2 * SpectralNet.OutputSize];
        float[] actual = new float[expected.Length];
        model.Predict(inputs, expected);
        loaded.Predict(inputs, actual);
        Samples.Bits(actual).ShouldBe(Samples.Bits(expected));
        using Predictor predictor = loaded.CreatePredictor();
        predictor.Predict(inputs, actual);
        Samples.Bits(actual).ShouldBe(Samples.Bits(expected));

        int[] Bits() => Samples.Bits(model);
    }

    /// <summary>A batch norm that is folded into the convolution finds the divided weight.</summary>
    [Fact]
    public void FoldedNorm_TakesTheDividedWeight()
    {
        using SpectralNormedNet model = new(5);
        using PlainNormedNet plain = new(5);
        foreach (Parameter parameter in plain.Parameters)
        {
            model.Parameters[parameter.Path == "conv1.weight" ? "conv1.weight_orig" : parameter.Path].Values.CopyTo(parameter.Edit());
        }

        float[] u = model.Parameters["conv1.weight_u"].Values.ToArray();
        float[] v = model.Parameters["conv1.weight_v"].Values.ToArray();
        Span<float> weight = plain.Parameters["conv1.weight"].Edit();
        double sigma = 0;
        for (int row = 0; row < u.Length; row++)
        {
            for (int column = 0; column < v.Length; column++)
            {
                sigma += (double)u[row] * weight[(row * v.Length) + column] * v[column];
            }
        }

        foreach (ref float value in weight)
        {
            value = (float)(value / sigma);
        }

        float[] inputs = Samples.Floats(4 * SpectralNormedNet.InputSize, 1);
        float[] expected = new float[4 * SpectralNormedNet.OutputSize];
        float[] actual = new float[expected.Length];
        plain.Predict(inputs, expected);
        model.Predict(inputs, actual);
        for (int i = 0; i < actual.Length; i++)
        {
            actual[i].ShouldBe(expected[i], 1e-5f);
        }
    }

    [Fact]
    public void UnconnectedWeights_StayZero()
    {
        using SparseSpectralNet model = new(5);
        Sgd sgd = new(0.1f);
        for (int step = 0; step < 3; step++)
        {
            model.TrainStep(Samples.Floats(4 * SparseSpectralNet.InputSize, 1), Samples.Labels(4, 2, 2), sgd);
        }

        float[] weight = model.Parameters["conv1.weight_orig"].Values.ToArray();
        for (int i = 0; i < weight.Length; i++)
        {
            bool connected = (i / 9) is 0 or 1 or 5;
            (weight[i] != 0).ShouldBe(connected, $"{i}");
        }
    }

    [Fact]
    public void Shared_IsOneWeight()
    {
        using SharedSpectralNet model = new(5) { FreezeBatchNorm = true };
        model.Parameters.Count(p => p.Path.EndsWith("weight_u", StringComparison.Ordinal)).ShouldBe(1);
        float[] inputs = Samples.Floats(4 * SharedSpectralNet.InputSize, 1);
        int[] labels = Samples.Labels(4, 3, 2);
        model.ComputeGradients(inputs, labels);
        Parameter weight = model.Parameters["dense1.weight_orig"];
        float[] gradient = weight.Gradient.ToArray();
        for (int place = 0; place < weight.Length; place += 5)
        {
            double expected = Differences.Of(() => model.ComputeGradients(inputs, labels).Loss, value => weight.Edit()[place] = value, weight.Values[place]);
            ((double)gradient[place]).ShouldBe(expected, 2e-4, $"{place}");
        }
    }

    [Fact]
    public void GradientByTheInputAlone_LeavesTheParametersOnes()
    {
        using SpectralMatrixNet model = new(3);
        OutputSet outputs = new(SpectralMatrixNet.Info);
        float[] input = Samples.Floats(20, 1);
        model.Forward(input, outputs);
        Samples.Floats(12, 2).CopyTo(outputs["output"]);
        model.Parameters.Gradients.Fill(3);

        model.BackwardToInputs(outputs, new float[20]);

        model.Parameters.Gradients.ToArray().ShouldAllBe(value => value == 3);
    }

    [Fact]
    public void WeightOfZeros_ComputesZeros()
    {
        using SpectralMatrixNet model = new(3);
        model.Parameters["dense1.weight_orig"].Edit().Clear();
        float[] output = new float[12];

        model.Forward(Samples.Floats(20, 1), output);
        output.ShouldAllBe(value => value == 0);
        model.Backward(Samples.Floats(12, 2));
        model.Parameters.Gradients.ToArray().ShouldAllBe(value => float.IsFinite(value));
        model.Parameters["dense1.weight_u"].Values.ToArray().ShouldContain(value => value != 0);
    }

    private static double LargestSingularValue(ReadOnlySpan<float> matrix, int rows, int columns)
    {
        double[] v = [.. Enumerable.Range(0, columns).Select(i => 1.0 / (i + 1))];
        double[] u = new double[rows];
        double size = 0;
        for (int round = 0; round < 2000; round++)
        {
            for (int row = 0; row < rows; row++)
            {
                u[row] = 0;
                for (int column = 0; column < columns; column++)
                {
                    u[row] += matrix[(row * columns) + column] * v[column];
                }
            }

            size = Math.Sqrt(u.Sum(x => x * x) / v.Sum(x => x * x));
            for (int column = 0; column < columns; column++)
            {
                v[column] = 0;
                for (int row = 0; row < rows; row++)
                {
                    v[column] += matrix[(row * columns) + column] * u[row];
                }
            }

            double length = Math.Sqrt(v.Sum(x => x * x));
            v = [.. v.Select(x => x / length)];
        }

        return size;
    }
}
