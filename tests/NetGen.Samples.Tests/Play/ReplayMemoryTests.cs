using Play;
using Shouldly;

namespace NetGen.Samples.Tests.Games;

/// <summary>What is remembered of games: here frames of eight pixels, whose bits are the frame's number, counted from 1.</summary>
public sealed class ReplayMemoryTests
{
    private const int Capacity = 6;
    private const int Stack = 3;

    [Fact]
    public void AStack_HasNoFramesOfTheBallBefore()
    {
        EpisodeTrack track = new(20, frameBytes: 1, Stack);
        Fill(track, frames: 9, begins: [1, 5, 8]);

        Stacks(track, Enumerable.Range(1, 9)).ShouldBe(
        [
            [0, 0, 1], [0, 1, 2], [1, 2, 3], [2, 3, 4], [0, 0, 5], [0, 5, 6], [5, 6, 7], [0, 0, 8], [0, 8, 9],
        ]);
    }

    [Fact]
    public void ATrack_ForgetsTheOldest_AndKeepsWholeStacks()
    {
        EpisodeTrack track = new(Capacity, frameBytes: 1, Stack);
        track.First.ShouldBe(0);
        Fill(track, frames: 17, begins: [1, 14]);

        // Kept are 12 to 17, so the first with two before it is 14, which is place 13.
        track.Seen.ShouldBe(17);
        track.First.ShouldBe(13);
        Stacks(track, [14, 15, 16, 17]).ShouldBe([[0, 0, 14], [0, 14, 15], [14, 15, 16], [15, 16, 17]]);
        track.At(13).ShouldBe((14 % 3, 14f, false));
        track.At(12).ShouldBe((13 % 3, 13f, true));
    }

    [Fact]
    public void Drawn_AreAllTransitionsThatAreKept_WithWhatWasSeenNext()
    {
        ReplayMemory memory = new(games: 2, Capacity, frameBytes: 1, Stack);
        Fill(memory[0], frames: 17, begins: [1, 14]);
        Fill(memory[1], frames: 34, begins: [1, 33]);
        Transitions batch = new(300, stateSize: Stack * 8);
        RandomSource random = new(1);

        memory.Draw(batch, ref random);

        HashSet<int> drawn = [];
        for (int i = 0; i < batch.Count; i++)
        {
            int[] state = Numbers(batch.State(i));
            int last = state[^1];
            drawn.Add(last);
            batch.Actions[i].ShouldBe(last % 3);
            batch.Rewards[i].ShouldBe(last);
            batch.Ended[i].ShouldBe(last == 32);
            state.ShouldBe(last switch { 14 => [0, 0, 14], 15 => [0, 14, 15], 33 => [0, 0, 33], _ => [last - 2, last - 1, last] });
            int[] next = Numbers(batch.NextState(i));
            next.ShouldBe(last == 32 ? [0, 0, 33] : last == 33 ? [0, 33, 34] : last == 14 ? [0, 14, 15] : [last - 1, last, last + 1]);
        }

        // Nothing was done yet at the last frames, and the stacks of the first that are kept are not whole.
        drawn.Order().ShouldBe([14, 15, 16, 31, 32, 33]);
    }

    [Fact]
    public void WhatIsSeenNow_IsTheLastStack()
    {
        ReplayMemory memory = new(games: 1, Capacity, frameBytes: 1, Stack);
        Fill(memory[0], frames: 8, begins: [1, 7]);
        float[] pixels = new float[Stack * 8];
        Array.Fill(pixels, 5);

        memory.WriteState(0, pixels);

        Numbers(pixels).ShouldBe([0, 7, 8]);
        pixels[16..].ShouldBe([0, 0, 0, 1, 0, 0, 0, 0]);
    }

    [Fact]
    public void ATrack_NeedsMoreFramesThanAStack() => Should.Throw<ArgumentOutOfRangeException>(() => new EpisodeTrack(Stack, 1, Stack)).ParamName.ShouldBe("capacity");

    /// <summary>Shows frames by their numbers; at each something was done that gave its number as a reward, but at the last.</summary>
    private static void Fill(EpisodeTrack track, int frames, int[] begins)
    {
        for (int number = 1; number <= frames; number++)
        {
            track.See([(byte)number], begins.Contains(number));
            if (number < frames)
            {
                track.Do(number % 3, new Turn(number, begins.Contains(number + 1), false));
            }
        }
    }

    private static int[][] Stacks(EpisodeTrack track, IEnumerable<int> numbers) =>
    [
        .. numbers.Select(number =>
        {
            float[] pixels = new float[Stack * 8];
            Array.Fill(pixels, 5);
            track.WriteStack(number - 1, pixels);
            return Numbers(pixels);
        }),
    ];

    private static int[] Numbers(ReadOnlySpan<float> pixels)
    {
        int[] numbers = new int[Stack];
        for (int i = 0; i < pixels.Length; i++)
        {
            numbers[i / 8] += (int)pixels[i] << (i % 8);
        }

        return numbers;
    }
}
