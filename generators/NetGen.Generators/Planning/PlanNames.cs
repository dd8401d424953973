using System.Text;

namespace NetGen.Generators.Planning;

/// <summary>Names for buffers, made of layer paths.</summary>
internal static class PlanNames
{
    /// <summary><c>resblock1.conv2</c> becomes <c>Resblock1_Conv2</c>.</summary>
    public static string Of(string path)
    {
        StringBuilder name = new();
        bool upper = true;
        foreach (char c in path)
        {
            if (c == '.')
            {
                name.Append('_');
                upper = true;
                continue;
            }

            name.Append(upper ? char.ToUpperInvariant(c) : char.IsLetterOrDigit(c) ? c : '_');
            upper = false;
        }

        return name.ToString();
    }
}
