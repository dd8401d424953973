using System.Text;
using Microsoft.Playwright;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Reports.Tests.Browser;

/// <summary>The page as a real browser shows it.</summary>
public sealed class BrowserTests : IDisposable
{
    private const string LightPage = "rgb(247, 247, 245)";
    private const string DarkPage = "rgb(20, 22, 26)";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ChromiumFact]
    public async Task Charts_HaveTheirCurvesAndPoints_AndHoveringShowsTheValuesOfBothRuns()
    {
        Report report = new("Two runs");
        report.AddRun("slow", Samples.Run(9, 0.5));
        report.AddRun("fast", Samples.Run(9, 2));
        await using OpenPage open = await OpenPage.Open(Save(report));

        (await open.Page.Locator(".chart").CountAsync()).ShouldBe(6);
        ILocator chart = open.Page.Locator(".chart").Filter(new() { HasText = "Validation accuracy" });
        (await chart.Locator(".series").CountAsync()).ShouldBe(2);
        (await chart.Locator(".series").EvaluateAllAsync<int[]>("all => all.map(g => g.dataset.at.split(' ').length)")).ShouldBe([9, 9]);
        (await chart.Locator(".dots").EvaluateAllAsync<int[]>("all => all.map(p => p.getAttribute('d').split('M').length - 1)")).ShouldBe([9, 9]);
        (await chart.Locator(".line").EvaluateAllAsync<bool[]>("all => all.map(p => p.getTotalLength() > 500 && getComputedStyle(p).stroke !== 'none')")).ShouldBe([true, true]);

        // The chart's middle is epoch 5: 1 − 0.95 / 3.5 and 1 − 0.95 / 11 of a thousand, whole ones right. High up is the better run, low down the other.
        string[] high = await open.Hover(chart, 0.52, 0.05);
        high.ShouldBe(["epoch 5", "fast\n91.30 %", "slow\n72.80 %"]);
        (await chart.Locator(".tip .nearest span").InnerTextAsync()).ShouldBe("fast");
        (await open.Hover(chart, 0.52, 0.8)).ShouldBe(high);
        (await chart.Locator(".tip .nearest span").InnerTextAsync()).ShouldBe("slow");
        (await open.Hover(chart, 0.98, 0.5))[0].ShouldBe("epoch 9");
        (await chart.Locator(".cross").GetAttributeAsync("visibility")).ShouldBe("visible");

        await open.Page.Mouse.MoveAsync(1, 1);
        (await chart.Locator(".tip").IsVisibleAsync()).ShouldBeFalse();
        open.Messages.ShouldBeEmpty();
        open.Requests.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task TheLegend_HidesARun()
    {
        Report report = new("Two runs");
        report.AddRun("slow", Samples.Run(9, 0.5));
        report.AddRun("fast", Samples.Run(9, 2));
        await using OpenPage open = await OpenPage.Open(Save(report));
        ILocator chart = open.Page.Locator(".chart").First;

        await chart.Locator(".legend button").First.ClickAsync();

        (await chart.Locator(".series").First.IsVisibleAsync()).ShouldBeFalse();
        (await open.Hover(chart, 0.52, 0.8)).ShouldBe(["epoch 5", "fast\n91.30 %"]);
        open.Messages.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task LightAndDark_AreAsTheSystemIs_UntilTheReaderChooses()
    {
        Report report = new("Colours");
        report.AddRun("run", Samples.Run(3));
        string path = Save(report);
        foreach ((ColorScheme scheme, string background, string other) in ((ColorScheme, string, string)[])[(ColorScheme.Light, LightPage, DarkPage), (ColorScheme.Dark, DarkPage, LightPage)])
        {
            await using OpenPage open = await OpenPage.Open(path, scheme);
            (await Background(open)).ShouldBe(background);
            await open.Page.ClickAsync("#theme");
            (await Background(open)).ShouldBe(other);
            await open.Page.ReloadAsync();
            (await Background(open)).ShouldBe(other);
            open.Messages.ShouldBeEmpty();
        }

        static Task<string> Background(OpenPage open) => open.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
    }

    [ChromiumFact]
    public async Task AWholeReport_FitsThePage_AsksForNothing_AndShowsItsPictures()
    {
        using TinyNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.01f)) { BatchSize = 6, Epochs = 3 };
        Report report = new("A title that is <i>long</i> and has_words_that_cannot_be_broken_anywhere_at_all_since_they_are_a_path/to/some/file.safetensors");
        report.AddPictures("Overlays", Enumerable.Range(1, 5).Select(i => ReportPicture.FromRgb(200, 100, new byte[60_000], new string('w', 80))));
        ConfusionMatrix matrix = new(40, [.. Enumerable.Range(0, 40).Select(i => $"class of a long name {i}")]);
        matrix.Add(1, 2);
        report.AddConfusionMatrix(matrix, "Many classes");
        trainer.Callbacks.Add(new TrainingReport(_folder["report.html"], report) { RunName = "tiny & small", Evaluation = Samples.Images(9), Activations = [0, 1] });
        trainer.Fit(Samples.Images(12), Samples.Images(9));

        foreach (int width in (int[])[1280, 800, 400])
        {
            await using OpenPage open = await OpenPage.Open(_folder["report.html"], ColorScheme.Dark, width);
            (await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
            (await open.Page.EvaluateAsync<int>("[...document.images].filter(i => !i.complete || i.naturalWidth === 0).length")).ShouldBe(0);
            (await open.Page.Locator("section").CountAsync()).ShouldBe((await open.Page.Locator("nav a").CountAsync()));
            open.Messages.ShouldBeEmpty();
            open.Requests.ShouldBeEmpty();
        }
    }

    [ChromiumFact]
    public async Task EightRuns_FromCsvFiles_AreOnOneChart()
    {
        Report report = new("Eight runs");
        for (int run = 1; run <= 8; run++)
        {
            string lines = string.Concat(Enumerable.Range(1, 20).Select(e => FormattableString.Invariant($"{e},{2.0 / (e + run):R},0.5,0.001,900.0,50.000,{3.0 / (e + run):R},{1 - (1.0 / (e + run)):R}\n")));
            string path = _folder.Write($"stage{run}.csv", Encoding.UTF8.GetBytes("epoch,loss,accuracy,learning_rate,images_per_second,seconds,val_loss,val_accuracy\n" + lines));
            report.AddCsv($"stage {run}", path);
        }

        await using OpenPage open = await OpenPage.Open(Save(report), width: 800);
        ILocator chart = open.Page.Locator(".chart").Filter(new() { HasText = "Validation accuracy" });
        (await chart.Locator(".series").EvaluateAllAsync<int[]>("all => all.map(g => g.dataset.epochs.split(' ').length)")).ShouldBe(Enumerable.Repeat(20, 8));
        (await chart.Locator(".line").EvaluateAllAsync<string[]>("all => all.map(p => getComputedStyle(p).stroke)")).Distinct().Count().ShouldBe(8);

        // The last epoch: 1 − 1 / (20 + run), the eighth run on top.
        (await open.Hover(chart, 0.97, 0.1)).ShouldBe([
            "epoch 20", "stage 8\n96.43 %", "stage 7\n96.30 %", "stage 6\n96.15 %", "stage 5\n96.00 %", "stage 4\n95.83 %", "stage 3\n95.65 %", "stage 2\n95.45 %", "stage 1\n95.24 %",
        ]);
        (await chart.Locator(".tip").EvaluateAsync<bool>("t => { const b = t.getBoundingClientRect(); return b.left >= 0 && b.right <= innerWidth; }")).ShouldBeTrue();
        (await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(800);
        open.Messages.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task OddCurves_AreNoError()
    {
        Report report = new("Odd");
        report.AddRun("none", []);
        report.AddRun("one", Samples.Run(1));
        report.AddRun("nothing finite", [Samples.Epoch(1, double.NaN, double.NaN, double.NegativeInfinity, 0)]);
        report.AddRun("long", Samples.Run(5000));
        await using OpenPage open = await OpenPage.Open(Save(report));
        ILocator chart = open.Page.Locator(".chart").Filter(new() { HasText = "Training loss" });

        (await open.Hover(chart, 0.999, 0.5)).ShouldBe(["epoch 5000", "long\n0.0003999"]);
        (await open.Hover(chart, 0.02, 0.5)).ShouldContain("one\n1.0000");
        open.Messages.ShouldBeEmpty();
    }

    private string Save(Report report)
    {
        report.Save(_folder["report.html"]);
        return _folder["report.html"];
    }
}
