using System.Globalization;
using Shouldly;

namespace NetGen.Tests.Evaluating;

/// <summary>Figures by hand: the counts below give each fraction directly.</summary>
public sealed class ConfusionMatrixTests
{
    /// <summary>Rows are labels; the fourth class occurs nowhere.</summary>
    private static readonly int[][] Rows = [[3, 1, 0, 0], [2, 4, 1, 0], [0, 1, 2, 0], [0, 0, 0, 0]];

    [Fact]
    public void Figures_OfEachClass()
    {
        ConfusionMatrix matrix = Filled();

        matrix.Total.ShouldBe(14);
        matrix.Counts.Cast<long>().ShouldBe(Rows.SelectMany(r => r.Select(n => (long)n)));
        matrix[1, 0].ShouldBe(2);
        Each(matrix.Precision).ShouldBe([3 / 5.0, 4 / 6.0, 2 / 3.0, 0]);
        Each(matrix.Recall).ShouldBe([3 / 4.0, 4 / 7.0, 2 / 3.0, 0]);
        Each(matrix.F1).ShouldBe([6 / 9.0, 8 / 13.0, 4 / 6.0, 0]);
        Each(matrix.IoU).ShouldBe([3 / 6.0, 4 / 9.0, 2 / 4.0, 0]);
        Each(c => matrix.Support(c)).ShouldBe([4, 7, 3, 0]);
        Each(c => matrix.Predicted(c)).ShouldBe([5, 6, 3, 0]);
    }

    [Fact]
    public void Means_LeaveOutWhatOccursNowhere()
    {
        ConfusionMatrix matrix = Filled();

        matrix.Accuracy.ShouldBe(9 / 14.0);
        matrix.Value.ShouldBe(9 / 14.0);
        matrix.MacroPrecision.ShouldBe(((3 / 5.0) + (2 / 3.0) + (2 / 3.0)) / 3, 1e-15);
        matrix.MacroRecall.ShouldBe(((3 / 4.0) + (4 / 7.0) + (2 / 3.0)) / 3, 1e-15);
        matrix.MacroF1.ShouldBe(((2 / 3.0) + (8 / 13.0) + (2 / 3.0)) / 3, 1e-15);
        matrix.WeightedPrecision.ShouldBe(((4 * 3 / 5.0) + (7 * 2 / 3.0) + (3 * 2 / 3.0)) / 14, 1e-15);
        matrix.WeightedRecall.ShouldBe(9 / 14.0, 1e-15);
        matrix.WeightedF1.ShouldBe(((4 * 2 / 3.0) + (7 * 8 / 13.0) + (3 * 2 / 3.0)) / 14, 1e-15);
        matrix.MeanIoU.ShouldBe(((1 / 2.0) + (4 / 9.0) + (1 / 2.0)) / 3, 1e-15);
    }

    [Fact]
    public void MeanIoU_CountsAClassThatIsOnlyPredicted()
    {
        ConfusionMatrix matrix = new(4);
        matrix.Add(0, 0);
        matrix.Add(0, 2);

        // Class 0: 1 of 2; class 2: 0 of 1; classes 1 and 3 occur nowhere.
        matrix.MeanIoU.ShouldBe((0.5 + 0) / 2);
        matrix.Recall(2).ShouldBe(0);
        matrix.Precision(1).ShouldBe(0);
    }

    [Fact]
    public void Kappa_ByHand()
    {
        // Chance: (4·5 + 7·6 + 3·3) / 14² = 71/196; (9/14 − 71/196) / (1 − 71/196) = 55/125.
        Filled().CohensKappa.ShouldBe(0.44, 1e-14);

        ConfusionMatrix one = new(2);
        one.Add(1, 1);
        one.CohensKappa.ShouldBe(0);
    }

    [Fact]
    public void Empty_IsZeroEverywhere()
    {
        ConfusionMatrix matrix = Filled();
        matrix.Reset();

        matrix.Total.ShouldBe(0);
        double[] figures =
        [
            matrix.Value, matrix.MacroPrecision, matrix.MacroRecall, matrix.MacroF1, matrix.WeightedPrecision, matrix.WeightedRecall, matrix.WeightedF1, matrix.MeanIoU,
            matrix.CohensKappa, matrix.IoU(0),
        ];
        figures.ShouldAllBe(f => f == 0);
    }

    [Fact]
    public void Counts_IsACopy()
    {
        ConfusionMatrix matrix = Filled();
        matrix.Counts[0, 0] = 99;
        matrix[0, 0].ShouldBe(3);
    }

    [Fact]
    public void Text_IsATable_WhateverTheLanguage()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            ConfusionMatrix matrix = new(2, ["cat", "dog"]);
            matrix.Add(0, 0);
            matrix.Add(0, 1);
            matrix.Add(1, 1);
            matrix.Add(1, 1);

            string[] expected =
            [
                "labels down, predictions across",
                "       0  1",
                "0 cat  1  1",
                "1 dog  0  2",
                "",
                "class          precision  recall      F1     IoU  support",
                "0 cat             1.0000  0.5000  0.6667  0.5000        2",
                "1 dog             0.6667  1.0000  0.8000  0.6667        2",
                "macro mean        0.8333  0.7500  0.7333  0.5833        4",
                "weighted mean     0.8333  0.7500  0.7333               4",
                "accuracy 0.7500, mean IoU 0.5833, Cohen's kappa 0.5000",
                "",
            ];
            matrix.ToString().Split('\n').Select(Squeezed).ShouldBe(expected.Select(Squeezed));
            matrix.ToString().Split('\n')[5..10].Select(l => l.Length).Distinct().Count().ShouldBe(1);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_OfManyClasses_HasNoCounts()
    {
        new ConfusionMatrix(20).ToString().ShouldStartWith("labels down");
        new ConfusionMatrix(21).ToString().ShouldStartWith("class");
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ConfusionMatrix(0)).ParamName.ShouldBe("classes");
        Should.Throw<ArgumentException>(() => new ConfusionMatrix(3, ["a"])).Message.ShouldContain("expected a name for each of 3 classes, actual 1");
        Should.Throw<ArgumentOutOfRangeException>(() => Filled().Precision(4)).ParamName.ShouldBe("label");
        Should.Throw<ArgumentOutOfRangeException>(() => Filled().Support(-1)).ParamName.ShouldBe("label");
        Should.Throw<ArgumentOutOfRangeException>(() => Filled().Add(0, 4)).ParamName.ShouldBe("predicted");
        Should.Throw<ArgumentException>(() => Filled().Add(new EvaluationBatch([3], new float[3], new int[1]))).Message.ShouldContain("expected outputs of 4 classes, actual 3");
    }

    private static ConfusionMatrix Filled()
    {
        ConfusionMatrix matrix = new(4);
        for (int label = 0; label < 4; label++)
        {
            for (int predicted = 0; predicted < 4; predicted++)
            {
                for (int i = 0; i < Rows[label][predicted]; i++)
                {
                    matrix.Add(label, predicted);
                }
            }
        }

        return matrix;
    }

    private static double[] Each(Func<int, double> figure) => [.. Enumerable.Range(0, 4).Select(figure)];

    private static string Squeezed(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
