using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Augmenting;

public sealed class BatchTests
{
    /// <summary>Every image has a value of its own and every sample a class of its own, so that each mix tells what it was made of.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Mixup_MixesInputsAndTargetsAlike(int count)
    {
        BatchTransform mixup = Augmentation.Mixup(0.7f);
        for (ulong seed = 0; seed < 50; seed++)
        {
            RandomSource same = new(seed);
            float share = (float)same.NextBeta(0.7f, 0.7f);
            int[] partners = [.. Enumerable.Range(0, count)];
            same.Shuffle(partners);
            float[] inputs = Images.Counted(count * 6);
            float[] targets = Identity(count);
            RandomSource random = new(seed);

            mixup(inputs, targets, count, ref random);

            for (int i = 0; i < count; i++)
            {
                float[] expected = new float[count];
                expected[i] += share;
                expected[partners[i]] += 1 - share;
                targets[(i * count)..((i + 1) * count)].ShouldBe(expected, 1e-6);
                targets[(i * count)..((i + 1) * count)].Sum().ShouldBe(1, 1e-6);
                for (int j = 0; j < 6; j++)
                {
                    inputs[(i * 6) + j].ShouldBe((share * ((i * 6) + j + 1)) + ((1 - share) * ((partners[i] * 6) + j + 1)), 1e-4);
                }
            }

            random.NextUInt64().ShouldBe(same.NextUInt64());
        }
    }

    [Fact]
    public void CutMix_TakesABoxOfThePartner_AndItsShareOfTheTargets()
    {
        const int Count = 5;
        BatchTransform cutMix = Augmentation.CutMix([2, 6, 8]);
        HashSet<float> shares = [];
        for (ulong seed = 0; seed < 200; seed++)
        {
            // Sample i's pixels are all i.
            float[] inputs = [.. Enumerable.Range(0, Count * 96).Select(i => (float)(i / 96))];
            float[] targets = Identity(Count);
            RandomSource random = new(seed);

            cutMix(inputs, targets, Count, ref random);

            for (int i = 0; i < Count; i++)
            {
                float[] image = inputs[(i * 96)..((i + 1) * 96)];
                image[48..].ShouldBe(image[..48]);
                int[] replaced = [.. Enumerable.Range(0, 48).Where(pixel => image[pixel] != i)];
                float[] expected = new float[Count];
                expected[i] = 1 - (replaced.Length / 48f);
                if (replaced.Length > 0)
                {
                    int height = (replaced.Max() / 8) - (replaced.Min() / 8) + 1;
                    int width = replaced.Max(p => p % 8) - replaced.Min(p => p % 8) + 1;
                    replaced.Length.ShouldBe(height * width);
                    replaced.Select(p => image[p]).Distinct().ShouldHaveSingleItem();
                    expected[(int)image[replaced[0]]] += replaced.Length / 48f;
                    shares.Add(expected[i]);
                }

                targets[(i * Count)..((i + 1) * Count)].ShouldBe(expected, 1e-6);
            }
        }

        shares.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Partners_AreAPermutation()
    {
        // Of nearly no own share all that is left of a sample is its partner.
        float[] inputs = Images.Counted(9);
        float[] targets = Identity(9);
        RandomSource random = new(4);

        BatchMix.Apply(inputs, targets, 9, new PartnerAlone(), ref random);

        inputs.Order().ShouldBe(Images.Counted(9));
        inputs.ShouldNotBe(Images.Counted(9));
        Enumerable.Range(0, 9).Select(column => Enumerable.Range(0, 9).Sum(row => targets[(row * 9) + column])).ShouldAllBe(sum => sum == 1);
    }

    [Fact]
    public void Batches_AllocateNothing()
    {
        BatchTransform both = Augmentation.Mixup() + Augmentation.CutMix([1, 4, 4]);
        float[] inputs = new float[8 * 16];
        float[] targets = new float[8 * 10];
        RandomSource random = new(1);
        both(inputs, targets, 8, ref random);

        Allocations.OnThisThread(() => both(inputs, targets, 8, ref random), 1_000).ShouldBeLessThan(1_000 * Allocations.SmallestObject / 2);
    }

    [Fact]
    public void WrongArguments_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.Mixup(0)).ParamName.ShouldBe("alpha");
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.CutMix([1, 2, 2], float.PositiveInfinity)).ParamName.ShouldBe("alpha");
        Should.Throw<ArgumentException>(() => Augmentation.CutMix([4])).ParamName.ShouldBe("shape");
        RandomSource random = new(1);
        Should.Throw<ArgumentOutOfRangeException>(() => Augmentation.Mixup()(new float[4], new float[4], 0, ref random)).ParamName.ShouldBe("count");
        Should.Throw<ArgumentException>(() => Augmentation.Mixup()(new float[5], new float[4], 2, ref random)).Message.ShouldStartWith("expected a multiple of 2 values for 2 samples, actual 5");
        Should.Throw<ArgumentException>(() => Augmentation.Mixup()(new float[4], new float[3], 2, ref random)).ParamName.ShouldBe("targets");
        Should.Throw<ArgumentException>(() => Augmentation.Mixup()(new float[4], [], 2, ref random)).ParamName.ShouldBe("targets");
        Should.Throw<ArgumentException>(() => Augmentation.CutMix([1, 2, 2])(new float[6], new float[2], 2, ref random)).Message
            .ShouldStartWith("expected 2 images of (1, 2, 2), 8 values, actual 6");
    }

    private static float[] Identity(int count) => [.. Enumerable.Range(0, count * count).Select(i => i / count == i % count ? 1f : 0)];

    private readonly struct PartnerAlone : IMix
    {
        public float Share => 0;

        public void MixInput(Span<float> input, ReadOnlySpan<float> partner) => partner.CopyTo(input);
    }
}
