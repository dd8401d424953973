namespace NetGen.Reports.Tests;

/// <summary>Data and epochs that are made up.</summary>
internal static class Samples
{
    /// <summary>Images of three classes, one of which is not to be told from markup.</summary>
    public static readonly string[] Names = ["red", "<b>green</b>", "blue & \"grey\""];

    /// <summary>Images whose channel of the class is bright, with pseudo-random values.</summary>
    public static TensorDataset Images(int count)
    {
        float[] inputs = new float[count * 192];
        for (int i = 0; i < inputs.Length; i++)
        {
            int sample = i / 192;
            bool own = i % 192 / 64 == sample % 3;
            inputs[i] = ((i * 37 % 101) / 200f) + (own ? 0.5f : 0);
        }

        return new TensorDataset([3, 8, 8], inputs, [.. Enumerable.Range(0, count).Select(i => i % 3)]) { ClassNames = Names };
    }

    /// <summary>An epoch of a run whose figures follow from its number.</summary>
    public static EpochResult Epoch(int epoch, double loss, double accuracy, double validationLoss, int correct) =>
        new(epoch, loss, accuracy, 0.001f, 1000, TimeSpan.FromSeconds(2), new StepResult(validationLoss, correct, 1000));

    /// <summary>A run that gets better.</summary>
    public static EpochResult[] Run(int epochs, double slope = 1) =>
        [.. Enumerable.Range(1, epochs).Select(e => Epoch(e, 2.0 / (1 + (slope * e)), 1 - (0.9 / (1 + (slope * e))), 2.2 / (1 + (slope * e)), (int)(1000 * (1 - (0.95 / (1 + (slope * e)))))))];
}
