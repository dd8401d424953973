using NetGen.Images;
using NetGen.Tests.Weights;
using Play;
using Shouldly;

namespace NetGen.Samples.Tests.Games;

/// <summary>Film strips.</summary>
public sealed class FilmStripTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AStrip_ShowsEachGamesFrames_TheLastBrightest()
    {
        // Two games of 8×8 pixels, of which the second is over after the first picture; of three actions the first and third are shown.
        FilmStrip film = new(side: 8, games: 2, pictures: 2, every: 2);
        float[] states = new float[2 * 4 * 64];
        states[0] = 1;
        states[(3 * 64) + 1] = 1;
        states[(2 * 64) + 1] = 1;
        states[(4 * 64) + (2 * 64) + 2] = 1;
        film.Show(states, [false, false], taken: 0);
        states[(3 * 64) + 3] = 1;
        film.Show(states, [false, true], taken: 1);
        film.Show(states, [false, true], taken: 2);
        film.Save(_folder["film.png"], columns: 2, enlarged: 2);

        Picture picture = Picture.Load(_folder["film.png"], channels: 1);

        // Pictures of 16×16 with 3 pixels around each.
        (picture.Width, picture.Height).ShouldBe((41, 41));
        byte At(int game, int number, int pixel) => picture.Bytes[((3 + (game * 19)) * 41) + 3 + (number * 19) + (2 * pixel)];
        new[] { At(0, 0, 0), At(0, 0, 1), At(0, 0, 2), At(0, 0, 3) }.ShouldBe<byte>([40, 255, 0, 0]);
        new[] { At(0, 1, 0), At(0, 1, 1), At(0, 1, 2), At(0, 1, 3) }.ShouldBe<byte>([40, 255, 0, 255]);
        new[] { At(1, 0, 2), At(1, 1, 2) }.ShouldBe<byte>([125, 0]);
        picture.Bytes[0].ShouldBe((byte)96);
    }
}
