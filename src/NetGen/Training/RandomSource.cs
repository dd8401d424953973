namespace NetGen;

/// <summary>Small random numbers that are the same on every machine and in every version: SplitMix64 (Steele, Lea, Flood 2014,
/// "Fast Splittable Pseudorandom Number Generators", figure 17).</summary>
/// <remarks>A value type: pass it by reference, or the copy repeats the same numbers. Not for secrets.</remarks>
public struct RandomSource
{
    private ulong _state;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Any number; equal seeds give equal sequences.</param>
    [CLSCompliant(false)]
    public RandomSource(ulong seed) => _state = seed;

    /// <summary>Starts a sequence for a place in a larger whole, unrelated to its neighbours'.</summary>
    /// <param name="seed">The whole's seed.</param>
    /// <param name="major">For example the epoch.</param>
    /// <param name="minor">For example the sample.</param>
    [CLSCompliant(false)]
    public RandomSource(ulong seed, int major, int minor)
    {
        _state = seed;
        _state = NextUInt64() ^ (uint)major;
        _state = NextUInt64() ^ (uint)minor;
        _state = NextUInt64();
    }

    /// <summary>64 random bits.</summary>
    /// <returns>Any number.</returns>
    [CLSCompliant(false)]
    public ulong NextUInt64()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            ulong z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number, each as likely as another (Lemire 2019, "Fast Random Integer Generation in an Interval", section 4).</summary>
    /// <param name="bound">At least 1.</param>
    /// <returns>From 0 to under <paramref name="bound"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is under 1.</exception>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        ulong range = (ulong)bound;
        ulong high = Math.BigMul(NextUInt64(), range, out ulong low);
        if (low < range)
        {
            ulong least = unchecked(0 - range) % range;
            while (low < least)
            {
                high = Math.BigMul(NextUInt64(), range, out low);
            }
        }

        return (int)high;
    }

    /// <summary>A number from 0 to under 1, in steps of 2^-24.</summary>
    /// <returns>The number.</returns>
    public float NextSingle() => (NextUInt64() >> 40) * (1f / (1 << 24));

    /// <summary>Puts numbers in random order, each order as likely as another (Durstenfeld 1964, "Algorithm 235").</summary>
    /// <param name="items">What to reorder.</param>
    public void Shuffle(Span<int> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
