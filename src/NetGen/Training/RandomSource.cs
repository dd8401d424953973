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
        Place = new RandomPlace(seed, major, minor);
        _state = seed;
        _state = NextUInt64() ^ (uint)major;
        _state = NextUInt64() ^ (uint)minor;
        _state = NextUInt64();
    }

    /// <summary>What the sequence was made for; <see langword="null"/> where that was a seed alone.</summary>
    internal RandomPlace? Place { get; }

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

    /// <summary>A number from 0 to under 1, in steps of 2^-53.</summary>
    /// <returns>The number.</returns>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number of a range, each as likely as another; takes one number of the sequence.</summary>
    /// <param name="least">The range's lower end, finite.</param>
    /// <param name="most">Its upper end, finite and not under <paramref name="least"/>; reached at most by rounding.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is none.</exception>
    public double NextUniform(double least, double most)
    {
        double width = most - least;
        return width >= 0 && double.IsFinite(width)
            ? least + (width * NextDouble())
            : throw new ArgumentOutOfRangeException(nameof(most), FormattableString.Invariant($"expected a finite number of {least} or more, actual {most}"));
    }

    /// <summary>
    /// A normal number of mean 0 and deviation 1, by Marsaglia's polar method (Marsaglia and Bray 1964, "A Convenient Method for Generating Normal
    /// Variables"). The second number that the method makes is dropped: kept, it would be state that <see cref="RandomSource(ulong)"/> does not tell.
    /// </summary>
    /// <returns>The number.</returns>
    public double NextNormal()
    {
        double u, s;
        do
        {
            u = (2 * NextDouble()) - 1;
            double v = (2 * NextDouble()) - 1;
            s = (u * u) + (v * v);
        }
        while (s is >= 1 or 0);

        return u * Math.Sqrt(-2 * Math.Log(s) / s);
    }

    /// <summary>
    /// A number of the gamma distribution of scale 1 (Marsaglia and Tsang 2000, "A Simple Method for Generating Gamma Variables"; section 6 for
    /// shapes under 1).
    /// </summary>
    /// <param name="shape">The distribution's shape, which is its mean and its variance; finite and over 0.</param>
    /// <returns>The number; 0 where it is smaller than a double can be.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shape"/> is not finite or not over 0.</exception>
    public double NextGamma(double shape)
    {
        Check.Positive(shape, nameof(shape));
        return Math.Exp(NextLogGamma(shape));
    }

    /// <summary>A number of the beta distribution: X / (X + Y) of two gamma numbers.</summary>
    /// <param name="alpha">X's shape, finite and over 0.</param>
    /// <param name="beta">Y's shape, finite and over 0.</param>
    /// <returns>A number from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A shape is not finite or not over 0.</exception>
    public double NextBeta(double alpha, double beta)
    {
        Check.Positive(alpha, nameof(alpha));
        Check.Positive(beta, nameof(beta));
        double x = NextLogGamma(alpha);
        double y = NextLogGamma(beta);

        // Of the tiniest shapes both logarithms are infinite, and the share is 0 or 1.
        return double.IsNegativeInfinity(x) && double.IsNegativeInfinity(y) ? Next(2) : 1 / (1 + Math.Exp(y - x));
    }

    /// <summary>A gamma number's logarithm: of small shapes both numbers of a beta number would often be 0, of which there is no share.</summary>
    private double NextLogGamma(double shape)
    {
        if (shape < 1)
        {
            return NextLogGamma(shape + 1) + (Math.Log(1 - NextDouble()) / shape);
        }

        double d = shape - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double normal = NextNormal();
            double root = 1 + (c * normal);
            if (root <= 0)
            {
                continue;
            }

            double v = root * root * root;
            if (Math.Log(1 - NextDouble()) < (0.5 * normal * normal) + (d * (1 - v + Math.Log(v))))
            {
                return Math.Log(d) + Math.Log(v);
            }
        }
    }

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
