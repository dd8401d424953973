using System.Globalization;
using System.Text.RegularExpressions;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Distributed.Tests.Mpi;

/// <summary>Real processes over a real MPI.</summary>
public sealed partial class MpiTests
{
    [MpiFact]
    public void TwoAndThreeRanks_ComeToWhatOneProcessComesTo()
    {
        using TempFolder folder = new();
        float[] one = WeightsOf(1, "train", folder["one"])[0];

        foreach (int ranks in (int[])[2, 3])
        {
            float[][] each = WeightsOf(ranks, "train", folder[$"{ranks}"]);
            each.ShouldAllBe(w => w.SequenceEqual(each[0]));
            Weights.ShouldBeNear(each[0], one);
        }
    }

    [MpiFact]
    public void TwoRuns_AreEqual_ToTheBit()
    {
        using TempFolder folder = new();

        WeightsOf(3, "train", folder["again"])[0].ShouldBe(WeightsOf(3, "train", folder["first"])[0]);
    }

    [MpiFact]
    public void AJobOfThreeRanks_GoesOn_OnTwo()
    {
        using TempFolder folder = new();
        float[] whole = WeightsOf(1, "train-on", folder["whole"])[0];
        WeightsOf(3, "train", folder["part"]);

        Weights.ShouldBeNear(WeightsOf(2, "train-on", folder["part"])[0], whole);
    }

    [MpiFact]
    public void ARankThatIsKilled_EndsTheJob_AndTheCheckpointGoesOn()
    {
        using TempFolder folder = new();
        Job job = Ranks.Run(3, "killed", folder["killed"]);

        job.ExitCode.ShouldNotBe(0);
        string own = OwnName().Match(job.Errors).Groups[1].Value;
        job.Errors.ShouldContain($"NetGen: rank 2 ({own}) died without a word: killed, crashed or out of memory.");
        job.Errors.ShouldNotContain("rank 0 (");
        job.Errors.ShouldNotContain("rank 1 (");
        using PlainNet model = new(7) { Threads = 1 };
        Trainer trainer = new(model, new Sgd(0.05f)) { BatchSize = 13, Epochs = 3, CheckpointPath = $"{folder["killed"]}.checkpoint", Resume = true };
        List<long> steps = [];
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = state => steps.Add(state.Step) });
        trainer.Fit(Samples.Quarters(53));
        steps[0].ShouldBeInRange(12, 14);
        steps[^1].ShouldBe(15);
    }

    [MpiFact]
    public void WhatOneRankThrows_EndsTheJob_AndNamesIt()
    {
        using TempFolder folder = new();
        foreach ((string scenario, string message) in (ReadOnlySpan<(string, string)>)[("throws", "nothing goes here"), ("throws-outside", "nothing goes before the training")])
        {
            Job job = Ranks.Run(3, scenario, folder[scenario]);

            job.ExitCode.ShouldNotBe(0);
            job.Errors.ShouldMatch($@"NetGen: rank 2 \(.+, process \d+\) ends the training on all 3: InvalidOperationException: {message}");
        }
    }

    [MpiFact]
    public void OtherData_IsRefused()
    {
        using TempFolder folder = new();
        Job job = Ranks.Run(2, "other-data", folder["other"]);

        job.ExitCode.ShouldNotBe(0);
        job.Errors.ShouldMatch(@"the training data is 53 samples \(\w+\) on rank 0 and 53 samples \(\w+\) on rank 1 \(.+, process \d+\)");
        folder.Names().ShouldBeEmpty();
    }

    [MpiFact]
    public void AStraggler_WaitsLeast()
    {
        using TempFolder folder = new();
        Job job = Ranks.Run(3, "slow", folder["slow"]);

        job.ExitCode.ShouldBe(0, job.Errors);
        double[] waited = [.. job.Lines.Select(l => double.Parse(l.Split(' ')[2], CultureInfo.InvariantCulture))];
        waited.Length.ShouldBe(3);
        waited[2].ShouldBeLessThan(waited[0]);
        waited[2].ShouldBeLessThan(waited[1]);
    }

    [MpiFact(OnTwoMachines = true)]
    public void TwoMachines_OverADelayedAndLossyLink_ComeToTheSame()
    {
        Job job = Ranks.Script("two-machines.sh");

        job.ExitCode.ShouldBe(0, job.Errors);
        job.Output.ShouldContain("two ranks over 1 ms and 1 % loss: ");
        job.Output.ShouldMatch(@"weights differ by \d\.\dE-0\d\d of the largest");
    }

    [Fact]
    public void WithoutMpi_OneSentenceSaysWhatToInstall()
    {
        MpiException thrown = Should.Throw<MpiException>(() => MpiLibrary.Load("no-such-library.so.12", startedByOpenMpi: false));
        thrown.Message.ShouldBe("NETGEN_MPI names no-such-library.so.12, which cannot be loaded.");

        MpiLibrary.NotFound.ShouldStartWith("No MPI was found on this machine (");
        MpiLibrary.NotFound.ShouldContain("Install MPICH (Debian and Ubuntu: apt-get install mpich;");
    }

    [Fact]
    public void OpenMpi_IsRefusedByName()
    {
        MpiException thrown = Should.Throw<MpiException>(() => MpiLibrary.Load(null, startedByOpenMpi: true));

        thrown.Message.ShouldStartWith("Open MPI's mpirun started this process, whose binary interface is another than MPICH's");
    }

    [MpiFact]
    public void WithoutMpirun_ItIsAWorldOfOne()
    {
        using TempFolder folder = new();
        Job job = Ranks.Run(0, "train", folder["alone"]);

        job.ExitCode.ShouldBe(0, job.Errors);
        job.Lines.Length.ShouldBe(1);
        job.Lines[0].ShouldStartWith("rank 0 of 1: 20 steps, validation ");
    }

    /// <summary>What the first line says of rank 2.</summary>
    [GeneratedRegex(@"; 2 is (.+, process \d+)")]
    private static partial Regex OwnName();

    private static float[][] WeightsOf(int ranks, string scenario, string file)
    {
        Job job = Ranks.Run(ranks, scenario, file);
        job.ExitCode.ShouldBe(0, job.Errors);
        job.Lines.Length.ShouldBe(ranks);
        job.Lines.Select(l => l.Split(": ")[1]).Distinct().Count().ShouldBe(1);
        using NormNet model = new(1);
        return [.. Enumerable.Range(0, ranks).Select(rank =>
        {
            model.Load($"{file}.{rank}");
            return Weights.Of(model);
        })];
    }
}
