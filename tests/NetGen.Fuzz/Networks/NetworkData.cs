using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>Parameters, inputs and targets for a model, from a seed.</summary>
internal sealed class NetworkData
{
    public NetworkData(ulong seed, ModelInfo info, PlainLoss? loss)
    {
        Seed = seed;
        Dice dice = new(seed ^ 0x5eed);

        // Of fewer than four values a norm over the batch leaves a gradient of rounding alone.
        Batch = dice.Chance(15) ? dice.Between(9, 20) : dice.Between(4, 7);
        Input = dice.Floats(Batch * info.InputSize);
        Loss = loss;
        PlainShape output = info.OutputShape is [var c, var h, var w] ? new PlainShape(c, h, w) : new PlainShape(info.OutputShape[0], 1, 1);
        Targets = loss?.Targets(dice, output, Batch) ?? dice.Floats(Batch * info.OutputSize);
        Labels = loss is { TakesLabels: true } ? Array.ConvertAll(Targets, t => (int)t) : [];
    }

    public ulong Seed { get; }

    public int Batch { get; }

    public float[] Input { get; }

    public PlainLoss? Loss { get; }

    /// <summary>The loss's targets; without a loss the gradients of the outputs.</summary>
    public float[] Targets { get; }

    public int[] Labels { get; }

    /// <summary>Moves parameters away from the zeros and ones that norms and biases start at, which hide mistakes.</summary>
    public void Fill(Model model)
    {
        Dice dice = new(Seed ^ 0xf111);
        foreach (Parameter parameter in model.Parameters)
        {
            foreach (ref float value in parameter.Edit())
            {
                value += 0.3f * dice.Signed();
            }
        }
    }
}
