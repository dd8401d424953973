namespace Play;

/// <summary>Whole numbers of a file, held to what they can be.</summary>
internal static class SavedNumber
{
    /// <exception cref="InvalidDataException">The number is out of its range.</exception>
    public static int Read(BinaryReader reader, int least, int most, string what)
    {
        int number = reader.ReadInt32();
        return number >= least && number <= most
            ? number
            : throw new InvalidDataException(FormattableString.Invariant($"{what}: expected a number from {least} to {most}, actual {number}"));
    }
}
