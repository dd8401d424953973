using System.Numerics;
using Captions;
using Shouldly;

namespace NetGen.Samples.Tests;

/// <summary>What scenes show and sentences say, which combinations are held out, and what a sample is made of.</summary>
public sealed class CaptionSceneTests
{
    private static readonly Noun s_redCircle = new(Colour.Red, ShapeKind.Circle);
    private static readonly Noun s_blueSquare = new(Colour.Blue, ShapeKind.Square);
    private static readonly Noun s_whiteStar = new(Colour.White, ShapeKind.Star);

    /// <summary>A circle at the left, a square at the right of it and a little below, in which there is a star.</summary>
    private static readonly Scene s_scene = new(
    [
        new Thing(s_redCircle, new Vector2(12, 20), Radius: 8, Turn: 0),
        new Thing(s_blueSquare, new Vector2(42, 30), Radius: 20, Turn: 0.1f),
        new Thing(s_whiteStar, new Vector2(41, 31), Radius: 7, Turn: 0),
    ]);

    [Theory]
    [InlineData("a red circle is left of a blue square", true)]
    [InlineData("the red circle is to the left of a blue square", true)]
    [InlineData("there is a blue square to the right of a red circle", true)]
    [InlineData("a blue square with a red circle to the left of it", true)]
    [InlineData("a blue square with a red circle to the right of it", false)]
    [InlineData("a blue square is left of a red circle", false)]
    [InlineData("a red circle is above a blue square", false)]
    [InlineData("a blue circle is left of a red square", false)]
    [InlineData("a red circle is left of a blue triangle", false)]
    [InlineData("a white star is inside a blue square", true)]
    [InlineData("there is a blue square enclosing a white star", true)]
    [InlineData("a blue square with a white star in it", true)]
    [InlineData("a blue square is in a white star", false)]
    [InlineData("a white star is below a blue square", false)]
    [InlineData("a white star is right of a red circle", true)]
    [InlineData("a red circle is around a red circle", false)]
    public void ASentence_IsJudgedByWhereThingsAre(string sentence, bool isTrue)
    {
        SentenceParser.Parse(sentence).ShouldNotBeNull();
        Judgement.IsTrue(sentence, s_scene).ShouldBe(isTrue);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a red circle")]
    [InlineData("there is a red circle")]
    [InlineData("a red circle is left of a blue")]
    [InlineData("a red circle is left a blue square")]
    [InlineData("red circle is left of a blue square")]
    [InlineData("a circle red is left of a blue square")]
    [InlineData("a red circle is left of a blue square in it")]
    [InlineData("a red circle left of a blue square")]
    [InlineData("there is a red circle is left of a blue square")]
    [InlineData("a blue square with a red circle to the left of")]
    [InlineData("a red circle is a blue square")]
    public void WhatIsNoSentence_IsNotTrue(string words)
    {
        SentenceParser.Parse(words).ShouldBeNull();
        Judgement.IsTrue(words, s_scene).ShouldBeFalse();
    }

    /// <summary>The way across is 30, that down 10 or, further down, 31.</summary>
    [Fact]
    public void TheLongerWay_DecidesHowThingsLie()
    {
        Thing one = s_scene.Things[0];
        one.To(s_scene.Things[1]).ShouldBe(Relation.LeftOf);
        one.To(s_scene.Things[1] with { Centre = new Vector2(42, 51) }).ShouldBe(Relation.Above);
        s_scene.Things[1].To(one with { Centre = new Vector2(42, 51) }).ShouldBe(Relation.Above);
        (one with { Centre = new Vector2(42, 51) }).To(s_scene.Things[1]).ShouldBe(Relation.Below);

        // 12 from the middle and 8 in radius is just within 20.
        (one with { Centre = new Vector2(30, 30) }).To(s_scene.Things[1]).ShouldBe(Relation.Inside);
        s_scene.Things[1].To(one with { Centre = new Vector2(30, 30) }).ShouldBe(Relation.Around);
        (one with { Centre = new Vector2(29.9f, 30) }).To(s_scene.Things[1]).ShouldBe(Relation.LeftOf);
    }

    [Fact]
    public void EverySaying_IsReadAsWhatItSays_AndFitsTheVocabulary()
    {
        Vocabulary.Words.Count.ShouldBe(Vocabulary.Count);
        Vocabulary.Words.Distinct().Count().ShouldBe(Vocabulary.Count);
        Combinations all = Combinations.Split(1);
        int longest = 0;
        foreach (Statement statement in all.Trained.Concat(all.HeldOut))
        {
            string[] sayings = [.. Sayings.All(statement)];
            sayings.Distinct().Count().ShouldBe(12);
            foreach (string saying in sayings)
            {
                SentenceParser.Parse(saying)!.Value.Combination.ShouldBe(statement);
                int[] words = Vocabulary.Numbers(saying);
                Vocabulary.Text(words).ShouldBe(saying);
                longest = Math.Max(longest, words.Length);
            }
        }

        longest.ShouldBe(Vocabulary.Longest);
    }

    /// <summary>30 · 29 pairs of things in 3 relations; a fifth is held out.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(77)]
    public void HeldOutCombinations_AreNoneOfThoseTrainedWith(int seed)
    {
        Combinations combinations = Combinations.Split(seed);
        HashSet<Statement> trained = [.. combinations.Trained.SelectMany(statement => new[] { statement, statement.Inverse })];
        HashSet<Statement> heldOut = [.. combinations.HeldOut.SelectMany(statement => new[] { statement, statement.Inverse })];

        (combinations.Trained.Count, combinations.HeldOut.Count).ShouldBe((2_088, 522));
        (trained.Count, heldOut.Count).ShouldBe((2 * 2_088, 2 * 522));
        trained.Overlaps(heldOut).ShouldBeFalse();
        Combinations.Split(seed + 1).HeldOut.ToHashSet().SetEquals(combinations.HeldOut).ShouldBeFalse();

        // So do the samples: what their sentences say, and what their scenes show.
        SceneSet train = new(combinations.Trained, 3_000, seed, Purpose.Train);
        int[] labels = new int[train.LabelSize];
        for (int i = 0; i < train.Count; i++)
        {
            train.CopyLabels(i, labels);
            Statement said = SentenceParser.Parse(Vocabulary.Text(labels.TakeWhile(word => word != Vocabulary.End)))!.Value;
            heldOut.Contains(said).ShouldBeFalse();
            train.SceneOf(i).Shows(said).ShouldBeTrue();
            heldOut.Any(train.SceneOf(i).Shows).ShouldBeFalse();
        }
    }

    [Fact]
    public void AScene_ShowsItsCombinationAlone_WithinThePicture()
    {
        Combinations combinations = Combinations.Split(1);
        SceneSet scenes = new(combinations.HeldOut, 2 * combinations.HeldOut.Count, seed: 1, Purpose.HeldOut);
        for (int i = 0; i < scenes.Count; i++)
        {
            Scene scene = scenes.SceneOf(i);
            Statement statement = combinations.HeldOut[i % combinations.HeldOut.Count];
            foreach (Relation relation in Enum.GetValues<Relation>())
            {
                scene.Shows(statement with { Relation = relation }).ShouldBe(relation == statement.Relation);
            }

            scene.Shows(statement.Inverse).ShouldBeTrue();
            Sayings.All(statement).ShouldAllBe(saying => Judgement.IsTrue(saying, scene));
            scene.Things.ShouldAllBe(thing => thing.Centre.X - thing.Radius >= 0.999f && thing.Centre.X + thing.Radius <= 63.001f);
            scene.Things.ShouldAllBe(thing => thing.Centre.Y - thing.Radius >= 0.999f && thing.Centre.Y + thing.Radius <= 63.001f);
        }
    }

    /// <summary>Points of each edge, worked out by hand for a radius of 10; of the star a point and the corner beside it.</summary>
    [Theory]
    [InlineData(nameof(ShapeKind.Circle), 5.4f, 7.2f, 0)]
    [InlineData(nameof(ShapeKind.Circle), 0, 0, -9)]
    [InlineData(nameof(ShapeKind.Square), 7, -3, 0)]
    [InlineData(nameof(ShapeKind.Square), 4, 9, 2)]
    [InlineData(nameof(ShapeKind.Triangle), 2, 5, 0)]
    [InlineData(nameof(ShapeKind.Triangle), 0, -10, 0)]
    [InlineData(nameof(ShapeKind.Triangle), 4.330127f, -2.5f, 0)]
    [InlineData(nameof(ShapeKind.Star), 0, -10, 0)]
    [InlineData(nameof(ShapeKind.Star), 2.938926f, -4.045085f, 0)]
    [InlineData(nameof(ShapeKind.Star), 9.510565f, -3.090170f, 0)]
    [InlineData(nameof(ShapeKind.Star), 0, 5, 0)]
    [InlineData(nameof(ShapeKind.Star), 0, 0, -4.425657)]
    [InlineData(nameof(ShapeKind.Cross), 9.3f, 2, 0)]
    [InlineData(nameof(ShapeKind.Cross), -2, -9.3f, 0)]
    [InlineData(nameof(ShapeKind.Cross), 3.3f, 3.3f, 0)]
    [InlineData(nameof(ShapeKind.Cross), 6, 6, 2.7)]
    public void TheEdge_IsWhereTheShapesIs(string shape, float x, float y, double distance) =>
        ((double)Outline.Distance(Enum.Parse<ShapeKind>(shape), new Vector2(x, y), 10)).ShouldBe(distance, 1e-5);

    [Fact]
    public void ThePicture_ShowsThingsWhereTheyAre_TheInnerOneOnTop()
    {
        float[] pixels = new float[SceneDrawing.Pixels];
        RandomSource random = new(5);
        SceneDrawing.Draw(s_scene, ref random, pixels);

        // Grain is 0.06, a colour's own spread 0.08.
        ShouldBeColour(12, 20, 0.85, 0.15, 0.12);
        ShouldBeColour(50, 30, 0.15, 0.3, 0.85);
        ShouldBeColour(41, 31, 0.94, 0.94, 0.94);

        void ShouldBeColour(int x, int y, params double[] colour)
        {
            for (int channel = 0; channel < 3; channel++)
            {
                ((double)pixels[(channel * 64 * 64) + (y * 64) + x]).ShouldBe(colour[channel], 0.141);
            }
        }
    }

    [Fact]
    public void ASample_HasTheNextWordAsLabel_AndIsTheSameEachTime()
    {
        SceneSet scenes = new(Combinations.Split(1).Trained, 40, seed: 1, Purpose.Train);
        float[] input = new float[scenes.InputSize];
        float[] again = new float[scenes.InputSize];
        float[] picture = new float[SceneDrawing.Pixels];
        int[] labels = new int[scenes.LabelSize];
        (scenes.InputSize, scenes.LabelSize).ShouldBe(((3 * 64 * 64) + 12, 13));
        for (int i = 0; i < scenes.Count; i++)
        {
            scenes.CopyInput(i, input);
            scenes.CopyLabels(i, labels);
            scenes.CopyInput(i, again);
            scenes.CopyPicture(i, picture);
            again.ShouldBe(input);
            input[..SceneDrawing.Pixels].ShouldBe(picture);

            string[] words = scenes.Sentences(i, 1)[0].Split(' ');
            for (int step = 0; step < labels.Length; step++)
            {
                labels[step].ShouldBe(step < words.Length ? Vocabulary.Words.ToList().IndexOf(words[step]) : step == words.Length ? 0 : 255);
                if (step < words.Length)
                {
                    input[SceneDrawing.Pixels + step].ShouldBe(labels[step]);
                }
            }
        }
    }

    [Fact]
    public void TargetsOfAScene_AreTheNounsOfItsThings()
    {
        Noun[] nouns = [.. Enum.GetValues<Colour>().SelectMany(colour => Enum.GetValues<ShapeKind>().Select(shape => new Noun(colour, shape)))];
        nouns.Select(noun => noun.Number).ShouldBe(Enumerable.Range(0, Noun.Count));

        Combinations combinations = Combinations.Split(1);
        NounSet set = new(new SceneSet(combinations.Trained, 50, seed: 1, Purpose.Train));
        float[] targets = new float[Noun.Count];
        for (int i = 0; i < set.Count; i++)
        {
            set.CopyTargets(i, targets);
            Statement statement = combinations.Trained[i];
            for (int number = 0; number < Noun.Count; number++)
            {
                targets[number].ShouldBe(nouns[number] == statement.Subject || nouns[number] == statement.Object ? 1f : 0);
            }
        }
    }
}
