namespace NetGen.Generators.Parsing;

/// <summary>Finds the name that someone meant.</summary>
internal static class Spelling
{
    /// <summary>The name that is nearest to what was written, if it is near: no more than a third of its letters differ, whatever their case.</summary>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        string? nearest = null;
        int least = int.MaxValue;
        string plain = written.Replace("_", "").ToLowerInvariant();
        foreach (string name in names)
        {
            int distance = Distance(plain, name.ToLowerInvariant());
            if (distance < least && distance * 3 <= name.Length)
            {
                least = distance;
                nearest = name;
            }
        }

        return nearest;
    }

    /// <summary>How many letters have to be added, left out or changed (Levenshtein), by rows of the table.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
