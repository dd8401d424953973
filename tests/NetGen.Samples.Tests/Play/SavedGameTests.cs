using Play;
using Shouldly;

namespace NetGen.Samples.Tests.Games;

/// <summary>Games that are written and read back.</summary>
public sealed class SavedGameTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AGame_GoesOnFromWhatWasSaved(bool isCatch)
    {
        (IGame game, IGame other) = isCatch ? ((IGame)new CatchGame(), (IGame)new CatchGame()) : (new BreakoutGame(), new BreakoutGame());
        RandomSource random = new(5);
        game.Begin(ref random);
        Play(game, 9, random);

        other.Load(new BinaryReader(new MemoryStream(Saved(game))));

        PlayedFrame.Of(other).ShouldBe(PlayedFrame.Of(game));
        Play(other, 12, random).ShouldBe(Play(game, 12, random));
        PlayedFrame.Of(other).ShouldBe(PlayedFrame.Of(game));
    }

    [Theory]
    [InlineData(0, 24, "the ball's column: expected a number from 0 to 23, actual 24")]
    [InlineData(2, -3, "the ball's drift: expected a number from -2 to 2, actual -3")]
    [InlineData(3, 21, "the basket's column: expected a number from 0 to 20, actual 21")]
    public void NumbersThatNoGameHas_AreRefused(int place, int number, string message)
    {
        CatchGame game = new();
        game.Place(3, 1);
        byte[] saved = Saved(game);
        BitConverter.GetBytes(number).CopyTo(saved, place * sizeof(int));

        Should.Throw<InvalidDataException>(() => game.Load(new BinaryReader(new MemoryStream(saved)))).Message.ShouldBe(message);
    }

    private static byte[] Saved(IGame game)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        game.Save(writer);
        return stream.ToArray();
    }

    private static Turn[] Play(IGame game, int actions, RandomSource random)
    {
        Turn[] turns = new Turn[actions];
        for (int i = 0; i < actions; i++)
        {
            turns[i] = game.Act(random.Next(3), ref random);
        }

        return turns;
    }
}
