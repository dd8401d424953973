using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>What layers check that are told how many of its steps each sequence has.</summary>
internal static class LengthChecks
{
    /// <summary>The argument that names them.</summary>
    public const string Argument = nameof(RecurrentTags.Lengths);

    /// <summary>Whether an input is a number for each sequence, which is reported otherwise.</summary>
    /// <param name="context">The layer.</param>
    /// <param name="input">Which input.</param>
    /// <param name="tag">Its tag.</param>
    public static bool CheckLengths(this ShapeContext context, int input, string tag)
    {
        if (context.Inputs[input] == Shape.Vector(1))
        {
            return true;
        }

        context.FailAt(
            Rules.ShapesDiffer.Id, Argument, context.Label, "(1)", $"\"{tag}\"", $"{context.Inputs[input]}", "give the number of steps of each sequence, as by [Input(1, Name = \"lengths\")]");
        return false;
    }
}
