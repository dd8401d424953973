using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Losses of one's own over several outputs, and gradients that go from one model into another.</summary>
public sealed class OwnLossTests
{
    /// <summary>The Kullback-Leibler divergence of a variational autoencoder (Kingma and Welling 2013, appendix B): −½ Σ (1 + log σ² − μ² − σ²), as the mean over the batch.</summary>
    private static double Divergence(OutputSet outputs, OutputSet gradients)
    {
        double sum = 0;
        Span<float> mu = outputs["output"], logVariance = outputs["log_variance"], byMu = gradients["output"], byLog = gradients["log_variance"];
        for (int i = 0; i < mu.Length; i++)
        {
            double variance = Math.Exp(logVariance[i]);
            sum -= 0.5 * (1 + logVariance[i] - (mu[i] * mu[i]) - variance);
            byMu[i] = mu[i] / outputs.Batch;
            byLog[i] = (float)(0.5 * (variance - 1) / outputs.Batch);
        }

        return sum / outputs.Batch;
    }

    [Fact]
    public void Gradients_AreThoseByDifferences()
    {
        using EncoderNet model = new(3) { Threads = 1 };
        float[] inputs = Samples.Floats(4 * EncoderNet.InputSize, 1);
        float[] byInput = new float[inputs.Length];
        model.ComputeGradients(inputs, Divergence, byInput);
        float[][] gradients = [.. model.Parameters.Select(p => p.Gradient.ToArray())];

        for (int i = 0; i < inputs.Length; i += 5)
        {
            int at = i;
            Differences.Of(() => model.ComputeGradients(inputs, Divergence).Loss, v => inputs[at] = v, inputs[at]).ShouldBe(byInput[i], 2e-3);
        }

        for (int p = 0; p < gradients.Length; p++)
        {
            for (int i = 0; i < gradients[p].Length; i += 7)
            {
                (Parameter parameter, int at) = (model.Parameters[p], i);
                Differences.Of(() => model.ComputeGradients(inputs, Divergence).Loss, v => parameter.Edit()[at] = v, parameter.Values[at]).ShouldBe(gradients[p][i], 2e-3);
            }
        }
    }

    [Fact]
    public void Steps_LowerTheLoss_AndAllocateNothing()
    {
        using EncoderNet model = new(3) { Threads = 1 };
        Adam optimizer = new(0.01f);
        float[] inputs = Samples.Floats(8 * EncoderNet.InputSize, 1);
        OutputLoss loss = Divergence;
        double before = model.TrainStep(inputs, loss, optimizer).Loss;
        Allocations.ShouldBeNone(model, () => model.TrainStep(inputs, loss, optimizer));

        model.TrainStep(inputs, loss, optimizer).Loss.ShouldBeLessThan(before / 100);
    }

    [Fact]
    public void Gradients_ThatTheLossDoesNotWrite_AreZero()
    {
        using EncoderNet model = new(3) { Threads = 1 };
        float[] inputs = Samples.Floats(2 * EncoderNet.InputSize, 1);
        model.ComputeGradients(inputs, Divergence);

        model.ComputeGradients(inputs, (_, _) => 7).ShouldBe(new StepResult(7, 0, 0));
        model.Parameters.Gradients.ToArray().ShouldAllBe(g => g == 0);
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        using EncoderNet model = new(3) { Threads = 1 };
        using Classifier classifier = new(1);
        float[] inputs = Samples.Floats(2 * EncoderNet.InputSize, 1);
        float[] outputs = new float[2 * EncoderNet.OutputSize];

        Should.Throw<InvalidOperationException>(() => classifier.ComputeGradients(new float[Classifier.InputSize], (_, _) => 0)).Message.ShouldContain("ends in a loss");
        Should.Throw<ArgumentNullException>(() => model.ComputeGradients(inputs, (OutputLoss)null!)).ParamName.ShouldBe("loss");
        Should.Throw<ArgumentException>(() => model.InputGradients(inputs, Divergence, new float[3])).ParamName.ShouldBe("inputGradients");
        Should.Throw<InvalidOperationException>(() => model.ComputeGradients(inputs, (set, _) => Again(set))).Message.ShouldContain("by itself");
        Should.Throw<InvalidOperationException>(() => model.Forward(inputs, outputs)).Message.ShouldContain("several outputs (\"output\", \"log_variance\")");
        model.Forward(inputs, new OutputSet(EncoderNet.Info));
        Should.Throw<InvalidOperationException>(() => model.Backward(outputs)).Message.ShouldContain("OutputSet");
        OutputSet gradients = new(EncoderNet.Info);
        gradients.Resize(3);
        ArgumentException e = Should.Throw<ArgumentException>(() => model.Backward(gradients));
        e.ParamName.ShouldBe("outputGradients");
        e.Message.ShouldContain("the 2 samples");
        Should.Throw<ArgumentException>(() => gradients["sigma"].Clear()).Message.ShouldContain("\"output\", \"log_variance\"");
        Should.Throw<ArgumentOutOfRangeException>(() => gradients.Resize(0));

        double Again(OutputSet set)
        {
            model.Forward(inputs, new OutputSet(EncoderNet.Info));
            return set.Batch;
        }
    }

    /// <summary>
    /// A generator's step through a frozen discriminator: the gradient of the discriminator's loss by the generator's parameters, by differences of the two models one after the other.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Generator_LearnsThroughADiscriminator(int threads)
    {
        using GeneratorNet generator = new(1) { Threads = threads };
        using DiscriminatorNet discriminator = new(2) { Threads = threads };
        float[] noise = Samples.Floats(4 * GeneratorNet.InputSize, 1);
        float[] pictures = new float[4 * GeneratorNet.OutputSize];
        float[] byPicture = new float[pictures.Length];
        Targets real = new Targets().Values(new float[] { 1, 1, 1, 1 });
        int[] frozen = Samples.Bits(discriminator);

        double Step()
        {
            generator.Forward(noise, pictures);
            return discriminator.InputGradients(pictures, real, byPicture).Loss;
        }

        Step();
        generator.Backward(byPicture);
        float[][] gradients = [.. generator.Parameters.Select(p => p.Gradient.ToArray())];
        for (int p = 0; p < gradients.Length; p++)
        {
            for (int i = 0; generator.Parameters[p].Trainable && i < gradients[p].Length; i += 11)
            {
                (Parameter parameter, int at) = (generator.Parameters[p], i);
                Differences.Of(Step, v => parameter.Edit()[at] = v, parameter.Values[at]).ShouldBe(gradients[p][i], 2e-3);
            }
        }

        Samples.Bits(discriminator).ShouldBe(frozen);
    }

    /// <summary>The same as a loss of one's own, in one call.</summary>
    [Fact]
    public void Generator_TakesTheDiscriminatorForItsLoss()
    {
        using GeneratorNet generator = new(1) { Threads = 1 };
        using DiscriminatorNet discriminator = new(2) { Threads = 1 };
        Adam optimizer = new(0.01f);
        float[] noise = Samples.Floats(4 * GeneratorNet.InputSize, 1);
        float[] pictures = new float[4 * GeneratorNet.OutputSize];
        float[] byPicture = new float[pictures.Length];
        Targets real = new Targets().Values(new float[] { 1, 1, 1, 1 });
        OutputLoss loss = (made, gradients) => discriminator.InputGradients(made["output"], real, gradients["output"]).Loss;
        generator.Forward(noise, pictures);
        double expected = discriminator.InputGradients(pictures, real, byPicture).Loss;
        generator.Backward(byPicture);
        int[] bits = Samples.Bits(generator.Parameters.Gradients);

        generator.ComputeGradients(noise, loss).Loss.ShouldBe(expected);
        Samples.Bits(generator.Parameters.Gradients).ShouldBe(bits);
        Allocations.ShouldBeNone(generator, () => generator.TrainStep(noise, loss, optimizer));
        generator.TrainStep(noise, loss, optimizer).Loss.ShouldBeLessThan(expected / 2);
    }
}
