namespace NetGen;

/// <summary>Mirrors left to right, in an epoch, what was not mirrored in the one before.</summary>
internal sealed class AlternatingHorizontalFlip(ImageShape shape)
{
    /// <summary>No epoch has this number, so the first choice is apart from the numbers of all epochs.</summary>
    private const int BeforeAllEpochs = 0;

    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        RandomPlace place = random.Place ?? throw new ArgumentException("expected random numbers that were made for an epoch and a sample, as a Trainer makes them, actual others", nameof(random));
        RandomSource first = new(place.Seed, BeforeAllEpochs, place.Minor);
        bool odd = first.Next(2) == 1;
        if (odd != (place.Major % 2 == 0))
        {
            shape.FlipHorizontally(input);
        }
    }
}
