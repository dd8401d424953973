namespace NetGen.Tests.Data;

/// <summary>Whole sets at once.</summary>
internal static class DatasetReading
{
    public static int[] Labels(this Dataset set)
    {
        int[] labels = new int[set.Count * set.LabelSize];
        for (int i = 0; i < set.Count; i++)
        {
            set.CopyLabels(i, labels.AsSpan(i * set.LabelSize, set.LabelSize));
        }

        return labels;
    }

    public static float[] Inputs(this Dataset set)
    {
        float[] inputs = new float[set.Count * set.InputSize];
        for (int i = 0; i < set.Count; i++)
        {
            set.CopyInput(i, inputs.AsSpan(i * set.InputSize, set.InputSize));
        }

        return inputs;
    }
}
