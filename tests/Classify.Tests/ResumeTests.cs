using System.Diagnostics;
using System.Runtime.InteropServices;
using NetGen;
using NetGen.Tests.Weights;
using Shouldly;

namespace Classify.Tests;

public sealed class ResumeTests : IDisposable
{
    private const int BadInput = 2;
    private const int Interrupted = 130;
    /// <summary>Stops the program as Ctrl+C does, which a process that was started in the background does not hear.</summary>
    private const int SigTerm = 15;
    private const string Epochs = "20";

    private readonly PictureTree _tree = PictureTree.DarkAndBright();

    public void Dispose() => _tree.Dispose();

    /// <summary>Ctrl+C, and the same command with --resume: the model of a training that was not interrupted, to the bit.</summary>
    [UnixFact]
    public void Interrupted_ItGoesOnToTheSameModel()
    {
        ProgramRun whole = ProgramRun.Of("--data", _tree.Data, "--epochs", Epochs, "--out", _tree["whole"]);
        whole.ExitCode.ShouldBe(0, whole.Errors);

        ProgramRun first = Train(process => Interrupt(process, once: true));
        first.ExitCode.ShouldBe(Interrupted, first.Errors);
        first.Errors.ShouldContain("stopping, what there is is kept; once more ends at once");
        first.Output.ShouldContain("interrupted; the same command with --resume goes on");
        ProgramRun second = Train(_ => { }, "--resume");

        second.ExitCode.ShouldBe(0, second.Errors);
        File.ReadAllBytes(_tree["out/model.safetensors"]).ShouldBe(File.ReadAllBytes(_tree["whole/model.safetensors"]));
        _tree.OutNames().ShouldBe(["checkpoint.safetensors", "log.csv", "model.safetensors", "predictions.csv", "report.html"]);
    }

    [UnixFact]
    public void InterruptedTwice_ItEndsAtOnceAndLeavesWholeFiles()
    {
        ProgramRun run = Train(process => Interrupt(process, once: false));

        run.ExitCode.ShouldBe(Interrupted, run.Errors);
        _tree.OutNames().ShouldBeSubsetOf(["checkpoint.safetensors", "log.csv", "model.safetensors", "report.html"]);
        Train(_ => { }, "--resume").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void OtherDataAndSettings_AreRefused()
    {
        Train(_ => { }).ExitCode.ShouldBe(0);
        byte[] before = File.ReadAllBytes(_tree["out/checkpoint.safetensors"]);
        ProgramRun anew = Train(_ => { });
        anew.ExitCode.ShouldBe(BadInput);
        anew.Errors.ShouldStartWith($"--out: \"{_tree.Out}\" holds a training already.");

        ProgramRun seed = Train(_ => { }, "--resume", "--seed", "2");
        seed.ExitCode.ShouldBe(BadInput);
        seed.Errors.ShouldContain("metadata \"seed\": expected \"2\", actual \"1\"");

        Directory.Move(_tree["data/dark"], _tree["data/black"]);
        ProgramRun classes = Train(_ => { }, "--resume");
        classes.ExitCode.ShouldBe(BadInput);
        classes.Errors.ShouldContain("metadata \"class_names\": expected \"black/bright\", actual \"bright/dark\"");
        File.ReadAllBytes(_tree["out/checkpoint.safetensors"]).ShouldBe(before);
    }

    /// <summary>A training that a file's weights began goes on with that file alone: its rates depend on it.</summary>
    [Fact]
    public void Pretrained_IsToldAndGoneOnWith()
    {
        ProgramRun.Of("--data", _tree.Data, "--epochs", "1", "--out", _tree["first"]).ExitCode.ShouldBe(0);
        string file = _tree["first/model.safetensors"];
        int tensors = SafetensorsFile.Read(file).Tensors.Count;
        string[] second = ["--data", _tree.Data, "--epochs", "1", "--out", _tree.Out];

        ProgramRun run = ProgramRun.Of([.. second, "--pretrained", file]);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldStartWith(FormattableString.Invariant($"{file}: {tensors} of {tensors} parameters and buffers loaded"));
        ProgramRun.Of([.. second, "--pretrained", file, "--resume"]).ExitCode.ShouldBe(0);
        ProgramRun without = ProgramRun.Of([.. second, "--resume"]);
        without.ExitCode.ShouldBe(BadInput);
        without.Errors.ShouldContain(FormattableString.Invariant($"expected a --pretrained that {tensors} parameters come from, as in the beginning, actual 0"));
        ProgramRun.Of("--data", _tree.Data, "--out", _tree["other"], "--pretrained", _tree["absent"]).Errors.ShouldStartWith($"--pretrained: there is no file \"{_tree["absent"]}\".");
    }

    private ProgramRun Train(Action<Process> meanwhile, params string[] more) =>
        ProgramRun.Of(meanwhile, ["--data", _tree.Data, "--epochs", Epochs, "--out", _tree.Out, .. more]);

    /// <summary>As soon as the first epoch has left its checkpoint.</summary>
    private void Interrupt(Process process, bool once)
    {
        while (!File.Exists(_tree["out/checkpoint.safetensors"]) && !process.HasExited)
        {
            Thread.Sleep(1);
        }

        _ = Kill(process.Id, SigTerm);
        if (!once)
        {
            // The system holds a second signal back until the first was taken.
            Thread.Sleep(20);
            _ = Kill(process.Id, SigTerm);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
