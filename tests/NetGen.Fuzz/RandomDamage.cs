namespace NetGen.Fuzz;

/// <summary>Changes of bytes that know nothing of the format.</summary>
internal static class RandomDamage
{
    /// <summary>A copy with one to four random changes: bits, numbers, pieces cut out, doubled or moved, an end cut off or added.</summary>
    public static byte[] Of(byte[] whole, ref RandomSource random)
    {
        List<byte> bytes = [.. whole];
        for (int change = random.Next(4); change >= 0; change--)
        {
            int at = random.Next(bytes.Count + 1);
            int count = Math.Min(bytes.Count - at, 1 + random.Next(random.Next(2) == 0 ? 8 : 200));
            switch (random.Next(8))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, count);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at / 2, Math.Min(count, bytes.Count - (at / 2))));
                    break;
                case 5:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 6:
                    for (int i = random.Next(20); i >= 0; i--)
                    {
                        bytes.Add((byte)random.Next(256));
                    }

                    break;
                default:
                    // The start, where lengths and magic numbers are.
                    if (bytes.Count > 0)
                    {
                        bytes[random.Next(Math.Min(16, bytes.Count))] = (byte)(random.Next(2) == 0 ? 0xff : random.Next(256));
                    }

                    break;
            }
        }

        return [.. bytes];
    }
}
