using System.Text;

namespace NetGen.Generators.Planning;

/// <summary>Names for buffers, made of layer paths.</summary>
internal static class PlanNames
{
    /// <summary>The class that holds a prediction's constants and calls.</summary>
    public const string Prediction = "Prediction";

    /// <summary>The class that holds a training step's constants and calls.</summary>
    public const string Training = "Training";

    /// <summary>What the methods in these classes begin with that hold calls; a number follows.</summary>
    public const string Part = "Part";

    /// <summary>What the methods begin with that choose between phases; a number follows.</summary>
    public const string Phases = "Phases";

    /// <summary>Whether a constant of this name would be in the way of something else in its class.</summary>
    public static bool IsTaken(string name) =>
        name is Prediction or Training or nameof(Equals) or nameof(ReferenceEquals) or nameof(GetHashCode) or nameof(GetType) or nameof(ToString) or "MemberwiseClone" or "Finalize"
        || IsNumbered(name, Part) || IsNumbered(name, Phases);

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

    private static bool IsNumbered(string name, string start) =>
        name.StartsWith(start, StringComparison.Ordinal) && name.Length > start.Length && name.Skip(start.Length).All(char.IsDigit);
}
