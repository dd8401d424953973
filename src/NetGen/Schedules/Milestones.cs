using System.Globalization;

namespace NetGen;

/// <summary>Places in a training where something changes.</summary>
internal static class Milestones
{
    /// <summary>Needs finite numbers over 0 in rising order, each once.</summary>
    public static void Check(double[] epochs, string name)
    {
        for (int i = 0; i < epochs.Length; i++)
        {
            if (!double.IsFinite(epochs[i]) || !(epochs[i] > (i == 0 ? 0 : epochs[i - 1])))
            {
                string actual = string.Join(", ", epochs.Select(e => e.ToString(CultureInfo.InvariantCulture)));
                throw new ArgumentException($"expected finite numbers of epochs over 0 in rising order, actual {actual}", name);
            }
        }
    }
}
