using System.CommandLine;

namespace Samples;

/// <summary>Options that are one of some words, with one clear line where they are not.</summary>
internal static class ChoiceOption
{
    /// <param name="name">The option.</param>
    /// <param name="description">What it is for.</param>
    /// <typeparam name="T">What the words mean: an enumeration, say; options of truth values have words of their own.</typeparam>
    /// <param name="choices">The words and what they mean; the first is said to be the default, which the caller takes where the option is absent.</param>
    public static Option<T?> Make<T>(string name, string description, params (string Word, T Value)[] choices)
        where T : struct => new(name)
        {
            Description = $"{description}. Default: {choices[0].Word}.",
            HelpName = string.Join('|', choices.Select(c => c.Word)),
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                int chosen = Array.FindIndex(choices, c => c.Word == text);
                if (chosen >= 0)
                {
                    return choices[chosen].Value;
                }

                result.AddError($"{name} needs {string.Join(" or ", choices.Select(c => c.Word))}, not \"{text}\".");
                return null;
            },
        };
}
