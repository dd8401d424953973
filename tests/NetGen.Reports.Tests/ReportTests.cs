using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Reports.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OneRun_HasTrainingAndValidationTogether()
    {
        Report report = new("report");
        report.AddRun("run", Samples.Run(5));
        string html = report.ToHtml();

        Page.Charts(html).ShouldBe(["Loss", "Accuracy", "Learning rate", "Time an epoch"]);
        Page.Curve[] loss = Page.Curves(html, "Loss");
        loss.Select(c => c.Name).ShouldBe(["training", "validation"]);
        loss.ShouldAllBe(c => c.Epochs.SequenceEqual(new[] { "1", "2", "3", "4", "5" }));
        loss[0].Values.ShouldBe(["1.0000", "0.6667", "0.5000", "0.4000", "0.3333"]);
        loss[1].Values.ShouldBe(["1.1000", "0.7333", "0.5500", "0.4400", "0.3667"]);
        Page.Curves(html, "Learning rate").Single().Values.ShouldAllBe(v => v == "0.001");
    }

    [Fact]
    public void SeveralRuns_HaveACurveEach_AndATable()
    {
        Report report = new("report");
        report.AddRun("slow", Samples.Run(4, 0.5));
        report.AddRun("fast", Samples.Run(3, 2));
        string html = report.ToHtml();

        Page.Charts(html).ShouldBe(["Validation accuracy", "Validation loss", "Training accuracy", "Training loss", "Learning rate", "Time an epoch"]);
        Page.Curves(html, "Validation accuracy").Select(c => (c.Name, c.Epochs.Length)).ShouldBe([("slow", 4), ("fast", 3)]);

        // 1 − 0.95 / (1 + 2 × 3) = 0.8642…, of which 864 of 1000 are right.
        Page.Rows(html, "Runs")[2].ShouldBe(["fast", "3", "86.40 %", "86.40 %", "3", "0.3143", "87.14 %", "0.2857", "2.00"]);
    }

    [Fact]
    public void TheSameName_TakesThePlace()
    {
        Report report = new("report");
        report.AddRun("a", Samples.Run(1));
        report.AddRun("b", Samples.Run(2));
        report.AddTable("first", ["x"], [["1"]]);
        report.AddTable("second", ["x"], [["2"]]);

        report.AddRun("a", Samples.Run(3));
        report.AddTable("first", ["x"], [["3"]]);

        string html = report.ToHtml();
        Page.Curves(html, "Training loss").Select(c => (c.Name, c.Epochs.Length)).ShouldBe([("a", 3), ("b", 2)]);
        Page.Sections(html).ShouldBe(["Runs", "first", "second"]);
        Page.Rows(html, "first")[1].ShouldBe(["3"]);
    }

    [Fact]
    public void OneEpoch_IsADot_AndValuesThatAreNotFiniteLeaveGaps()
    {
        Report report = new("report");
        report.AddRun("one", Samples.Run(1));
        report.AddRun("gaps", [.. Samples.Run(2), Samples.Epoch(3, double.NaN, 0, double.PositiveInfinity, 0), Samples.Epoch(4, 1e200, 0, 1, 0), Samples.Epoch(5, 0.5, 0, 1, 0)]);
        string html = report.ToHtml();

        Page.Curve[] training = Page.Curves(html, "Training loss");
        training[0].Dots.Split('M').Length.ShouldBe(1 + 1);
        training[1].Epochs.ShouldBe(["1", "2", "5"]);
        training[1].Line.Count(c => c == 'M').ShouldBe(2);
        training[1].Line.Count(c => c == 'L').ShouldBe(1);
        html.ShouldContain("2 values are not finite or too large to draw, and left out.");
        html.ShouldNotContain("NaN");
    }

    [Fact]
    public void ThousandsOfEpochs_AreThinned_AndThePageSaysSo()
    {
        Report report = new("report");
        report.AddRun("long", Samples.Run(20_000));
        string html = report.ToHtml();

        foreach (Page.Curve curve in Page.Curves(html, "Loss"))
        {
            curve.Epochs.Length.ShouldBeInRange(200, 400);
            curve.Values.Length.ShouldBe(curve.Epochs.Length);
            (curve.Epochs[0], curve.Epochs[^1]).ShouldBe(("1", "20000"));
        }

        html.ShouldContain("Of up to 20000 epochs a curve has 400 points at most");
        html.Length.ShouldBeLessThan(300_000);
    }

    [Fact]
    public void WithoutClasses_ThereIsNoAccuracy()
    {
        Report report = new("report");
        report.AddRun("run", [new EpochResult(1, 2, double.NaN, 0.1f, 10, TimeSpan.FromSeconds(1), null)]);
        Page.Charts(report.ToHtml()).ShouldBe(["Loss", "Learning rate", "Time an epoch"]);
        Page.Curves(report.ToHtml(), "Loss").Select(c => c.Name).ShouldBe(["training"]);
    }

    [Fact]
    public void Texts_AreEscaped()
    {
        const string Bad = "</script><img src=x onerror=alert(1)>&\"'";
        Report report = new(Bad) { Status = Bad };
        report.AddRun(Bad, Samples.Run(1));
        report.AddRun(Bad + "2", Samples.Run(1));
        report.AddTable(Bad, [Bad], [[Bad]], Bad);
        report.AddPictures(Bad + "3", [ReportPicture.FromRgb(1, 1, [1, 2, 3], Bad)], Bad);
        ConfusionMatrix matrix = new(2, [Bad, "b"]);
        matrix.Add(0, 0);
        report.AddConfusionMatrix(matrix);
        report.AddClasses(matrix);

        string html = report.ToHtml();

        html.ShouldNotContain("<img src=x");
        html.Split("</script>").Length.ShouldBe(1 + 1);
        Page.Curves(html, "Training loss")[0].Name.ShouldBe(Bad);
        Page.Rows(html, Bad)[1].ShouldBe([Bad]);
    }

    [Fact]
    public void ConfusionMatrix_HasItsCounts_AndClassesTheirFigures()
    {
        ConfusionMatrix matrix = new(3, Samples.Names);
        foreach ((int label, int predicted, int count) in ((int, int, int)[])[(0, 0, 8), (0, 1, 2), (1, 1, 5), (2, 0, 1), (2, 2, 1234)])
        {
            for (int i = 0; i < count; i++)
            {
                matrix.Add(label, predicted);
            }
        }

        Report report = new("report");
        report.AddConfusionMatrix(matrix);
        report.AddClasses(matrix);
        matrix.Reset();
        string html = report.ToHtml();

        string[][] counts = Page.Rows(html, "Confusion matrix");
        counts[0].ShouldBe(["", .. Samples.Names]);
        counts[1].ShouldBe(["red", "8", "2", "0"]);
        counts[2].ShouldBe([Samples.Names[1], "0", "5", "0"]);
        counts[3].ShouldBe([Samples.Names[2], "1", "0", "1,234"]);
        Page.Section(html, "Confusion matrix").ShouldContain("<td class=\"right dark\" style=\"--depth:80.0%\"");
        Page.Section(html, "Confusion matrix").ShouldContain("<td class=\"wrong dark\" style=\"--depth:100.0%\"");

        // Red: 8 of 9 predictions and 8 of 10 labels; F1 16 / 19.
        Page.Rows(html, "Classes")[1].ShouldBe(["red", "88.89 %", "80.00 %", "84.21 %", "10"]);
        Page.Rows(html, "Classes").Length.ShouldBe(1 + 3 + 2);
        Page.Section(html, "Classes").ShouldContain("Accuracy 99.76 % of 1,250 predictions");
    }

    [Fact]
    public void ManyClasses_HaveTheirMostFrequentConfusions()
    {
        ConfusionMatrix matrix = new(100);
        matrix.Add(3, 4);
        matrix.Add(7, 99);
        matrix.Add(7, 99);
        matrix.Add(7, 7);
        Report report = new("report");
        report.AddConfusionMatrix(matrix);

        Page.Rows(report.ToHtml(), "Confusion matrix")[1..].ShouldBe([["7", "99", "2", "66.67 %"], ["3", "4", "1", "100.00 %"]]);
    }

    [Fact]
    public void Saving_ReplacesTheFile_AndLeavesNothingElse()
    {
        Report report = new("report");
        report.Save(_folder["report.html"]);
        report.AddRun("run", Samples.Run(1));
        report.Save(_folder["report.html"]);

        _folder.Names().ShouldBe(["report.html"]);
        Page.Charts(File.ReadAllText(_folder["report.html"])).Length.ShouldBe(4);
        Should.Throw<DirectoryNotFoundException>(() => report.Save(_folder["absent/report.html"]));
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        Report report = new("report");
        Should.Throw<ArgumentException>(() => new Report(" ")).ParamName.ShouldBe("title");
        Should.Throw<ArgumentException>(() => report.AddRun("", [])).ParamName.ShouldBe("name");
        Should.Throw<ArgumentException>(() => report.AddRun("run", [.. Samples.Run(2), .. Samples.Run(1)])).Message.ShouldContain("expected an epoch over 2, actual 1");
        Should.Throw<ArgumentException>(() => report.AddTable("t", ["a", "b"], [["1"]])).Message.ShouldContain("row 0: expected 2 cells, actual 1");
        Should.Throw<ArgumentException>(() => report.AddTable("t", [], [])).ParamName.ShouldBe("columns");
        Should.Throw<ArgumentException>(() => report.AddPictures("t", [null!])).ParamName.ShouldBe("pictures");
        Should.Throw<ArgumentOutOfRangeException>(() => report.RefreshSeconds = -1).ParamName.ShouldBe("RefreshSeconds");
        Page.Sections(report.ToHtml()).ShouldBeEmpty();
    }
}
