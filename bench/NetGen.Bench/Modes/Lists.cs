using System.Globalization;
using NetGen.Bench.Models;

namespace NetGen.Bench.Modes;

/// <summary>Reads the lists separated by commas of the command line.</summary>
internal static class Lists
{
    public static bool TryNetworks(string? text, out IReadOnlyList<Network> networks, out string problem)
    {
        problem = "";
        if (text is null)
        {
            networks = Network.All;
            return true;
        }

        string[] names = text.Split(',', StringSplitOptions.TrimEntries);
        networks = [.. Network.All.Where(n => names.Contains(n.Name))];
        string? unknown = names.FirstOrDefault(name => Network.All.All(n => n.Name != name));
        problem = unknown is null ? "" : $"no network \"{unknown}\"; there are: {string.Join(", ", Network.All.Select(n => n.Name))}";
        return unknown is null;
    }

    public static bool TryThreads(string text, out IReadOnlyList<int> threads, out string problem)
    {
        List<int> counts = [];
        foreach (string part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count < 1)
            {
                threads = [];
                problem = $"--threads needs whole numbers from 1, separated by commas, not \"{text}\"";
                return false;
            }

            counts.Add(count);
        }

        threads = counts;
        problem = "";
        return true;
    }
}
