using Play;

namespace NetGen.Samples.Tests.Games;

/// <summary>What a game shows, as pixels.</summary>
internal static class PlayedFrame
{
    public static float[] Of(IGame game)
    {
        byte[] bits = new byte[BitFrame.Bytes(game.Side)];
        game.Draw(bits);
        float[] pixels = new float[game.Side * game.Side];
        BitFrame.Unpack(bits, pixels);
        return pixels;
    }
}
