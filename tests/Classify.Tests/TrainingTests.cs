using System.Globalization;
using NetGen;
using Shouldly;

namespace Classify.Tests;

public sealed class TrainingTests : IDisposable
{
    private readonly PictureTree _tree = PictureTree.DarkAndBright();

    public void Dispose() => _tree.Dispose();

    /// <summary>Of ten pictures of each class, a fifth is validated with: two of each.</summary>
    [Fact]
    public void Folder_BecomesAModelWithItsTable()
    {
        string damaged = _tree.Write("data/dark/damaged.jpg", []);

        ProgramRun run = Train("--epochs", "2", "--on-damaged", "skip");

        run.Output.ShouldContain("train       16 pictures: 8 bright, 8 dark");
        run.Output.ShouldContain("validation  4 pictures: 2 bright, 2 dark");
        run.Errors.ShouldStartWith($"skipped {damaged}: expected a picture, actual 0 bytes");
        _tree.OutNames().ShouldBe(["checkpoint.safetensors", "log.csv", "model.safetensors", "predictions.csv", "report.html"]);
        IReadOnlyDictionary<string, string> texts = SafetensorsFile.Read(_tree["out/model.safetensors"]).Metadata;
        texts["classify.classes"].ShouldBe("[\"bright\",\"dark\"]");
        texts["classify.network"].ShouldBe("small");
        texts["classify.size"].ShouldBe("96");

        string[][] rows = Rows("out/predictions.csv");
        rows[0].ShouldBe(["file", "actual", "predicted", "bright", "dark"]);
        rows.Length.ShouldBe(5);
        foreach (string[] row in rows.Skip(1))
        {
            Path.GetFileName(Path.GetDirectoryName(row[0])).ShouldBe(row[1]);
            double bright = double.Parse(row[3], CultureInfo.InvariantCulture);
            double dark = double.Parse(row[4], CultureInfo.InvariantCulture);
            (bright + dark).ShouldBe(1, 1e-6);
            row[2].ShouldBe(bright >= dark ? "bright" : "dark");
        }
    }

    /// <summary>What is shipped reads the file from scratch, and comes to the table's probabilities.</summary>
    [Fact]
    public void Predict_ComesToTheSameProbabilities()
    {
        Train("--epochs", "1");
        string[][] expected = [.. Rows("out/predictions.csv").Skip(1)];
        string damaged = _tree.Write("data/dark/damaged.jpg", [1]);

        ProgramRun run = ProgramRun.Of(["predict", .. expected.Select(r => r[0]), damaged, "--model", _tree["out/model.safetensors"], "--csv", _tree["p.csv"], "--on-damaged", "skip"]);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldStartWith($"skipped {damaged}: ");
        run.Output.ShouldStartWith($"{expected[0][0]}: {expected[0][2]} ");
        Rows("p.csv").ShouldBe([["file", "predicted", "bright", "dark"], .. expected.Select(r => (string[])[r[0], .. r[2..]])]);
        ProgramRun.Of("predict", damaged, "--model", _tree["out/model.safetensors"]).Errors.ShouldStartWith($"{damaged}: ");
    }

    [Fact]
    public void TrainAndVal_AreRecognised()
    {
        _tree.Add("both/train/dark/1.png", 10);
        _tree.Add("both/train/dark/2.png", 20);
        _tree.Add("both/train/bright/1.png", 240);
        _tree.Add("both/val/dark/1.png", 30);
        _tree.Add("both/val/bright/1.png", 250);
        _tree.Add("both/test/bright/1.png", 250);

        ProgramRun run = ProgramRun.Of("--data", _tree["both"], "--out", _tree.Out, "--epochs", "1");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("train       3 pictures: 1 bright, 2 dark");
        run.Output.ShouldContain("validation  2 pictures: 1 bright, 1 dark");
        run.Output.ShouldContain($"{_tree["both/test"]}: not used");
    }

    [Fact]
    public void OtherModels_AreRefused()
    {
        string file = _tree["other.safetensors"];
        SafetensorsFile.Write(file, [SafetensorsTensor.FromFloats("a", [1], new float[1])]);
        Predict(file).ShouldBe($"--model: {file}: expected a model that this program trained, version 1, actual a file without one.");

        Dictionary<string, string> texts = new() { ["classify.version"] = "2" };
        SafetensorsFile.Write(file, [], texts);
        Predict(file).ShouldContain("actual version 2.");

        texts = new() { ["classify.version"] = "1", ["classify.network"] = "resnet18", ["classify.size"] = "224", ["classify.classes"] = "[\"a\",\"b\",\"c\"]" };
        SafetensorsFile.Write(file, [], texts);
        Predict(file).ShouldContain("dotnet run -c Release --project samples/Classify -p:Network=resnet18 -p:Classes=3 -p:Size=224 -- predict ");
        File.WriteAllBytes(file, [1, 2, 3]);
        Predict(file).ShouldStartWith($"{file}: expected at least 8 bytes");

        string Predict(string model)
        {
            ProgramRun run = ProgramRun.Of("predict", _tree.Data, "--model", model);
            run.ExitCode.ShouldNotBe(0);
            return run.Errors.TrimEnd();
        }
    }

    private ProgramRun Train(params string[] more)
    {
        ProgramRun run = ProgramRun.Of(["--data", _tree.Data, "--out", _tree.Out, .. more]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run;
    }

    /// <summary>The values of a table whose values hold no comma.</summary>
    private string[][] Rows(string name) => [.. File.ReadAllLines(_tree[name]).Select(line => line.Split(','))];
}
