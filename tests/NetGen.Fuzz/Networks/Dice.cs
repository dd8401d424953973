namespace NetGen.Fuzz.Networks;

/// <summary>Random choices that follow from a seed.</summary>
internal sealed class Dice(ulong seed)
{
    private RandomSource _random = new(seed);

    /// <summary>A number from 0 to below the bound.</summary>
    public int Below(int bound) => _random.Next(bound);

    /// <summary>A number between both, which may be drawn too.</summary>
    public int Between(int least, int most) => least + _random.Next(most - least + 1);

    /// <summary>Whether something happens that happens so often in a hundred.</summary>
    public bool Chance(int percent) => _random.Next(100) < percent;

    public T OneOf<T>(params ReadOnlySpan<T> items) => items[_random.Next(items.Length)];

    /// <summary>A number from −1 to 1.</summary>
    public float Signed() => (2 * _random.NextSingle()) - 1;

    public float[] Floats(int count)
    {
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = Signed();
        }

        return values;
    }
}
