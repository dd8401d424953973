using System.CommandLine;
using NetGen.Bench.Comparing;
using NetGen.Bench.Measuring;
using NetGen.Bench.Models;
using NetGen.Bench.Peers;
using Samples;

namespace NetGen.Bench.Modes;

/// <summary>An LSTM's training step beside TorchSharp's, in turns, and what a step by itself costs beside its share of a prediction of the whole sequence.</summary>
internal sealed class RecurrentMode : IMode
{
    private const int Batch = 32;

    private readonly Option<int> _threads = new("--threads") { Description = "Threads.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<double> _seconds = new("--seconds") { Description = "Time for one median, in seconds.", DefaultValueFactory = _ => 3 };
    private readonly Option<int> _rounds = new("--rounds") { Description = "Turns of each side.", DefaultValueFactory = _ => 3 };
    private readonly Option<string?> _peers = new("--peers") { Description = "The folder shared/peers; found above the working folder unless given." };
    private readonly Option<string> _scratch = new("--scratch") { Description = "Where TorchSharp's program is built.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "netgen-peers") };

    public Command Command
    {
        get
        {
            Command command = new("recurrent", "An LSTM of 256 units over 64 steps of 256 features: training beside TorchSharp, and single steps beside whole sequences.") { _threads, _seconds, _rounds, _peers, _scratch };
            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult arguments)
    {
        int threads = arguments.GetValue(_threads);
        double seconds = arguments.GetValue(_seconds);
        using Interruption interruption = new();
        Func<double>? torch = TorchSharp(arguments, threads, seconds, new ChildProcess(interruption.Token));
        float[] inputs = Numbers(Batch * OneLSTM.InputSize, 1);
        float[] words = [.. inputs.Take(Batch * OneLSTMOfWords.InputSize).Select(x => MathF.Floor((x + 1) / 2 * OneLSTMOfWords.Words))];
        float[] targets = Numbers(Batch * OneLSTM.OutputSize, 2);
        Console.WriteLine("what,sequences,threads,ms,beside,ratio");
        try
        {
            List<double> own = [];
            List<double> theirs = [];
            for (int round = 0; round < arguments.GetValue(_rounds); round++)
            {
                using OneLSTM net = new(seed: 1) { Threads = threads };
                Sgd sgd = new(0.01f);
                own.Add(Clock.MedianMilliseconds(() => net.TrainStep(inputs, targets, sgd), seconds));
                if (torch is not null)
                {
                    theirs.Add(torch());
                }
            }

            double ours = Clock.Median(own);
            Console.WriteLine(theirs.Count == 0 ? $"train,{Batch},{threads},{ours:F3},," : $"train,{Batch},{threads},{ours:F3},{Clock.Median(theirs):F3} (TorchSharp),{Clock.Median(theirs) / ours:F3}");
            foreach (int sequences in new[] { 1, 4, 16, Batch })
            {
                foreach (int of in threads == 1 ? new[] { 1 } : new[] { 1, threads })
                {
                    Steps("step", new OneLSTM(seed: 1), inputs, sequences, of, seconds, arguments.GetValue(_rounds));
                    Steps("word", new OneLSTMOfWords(seed: 1), words, sequences, of, seconds, arguments.GetValue(_rounds));
                }
            }
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("interrupted");
        }

        return 0;
    }

    /// <summary>A step of some sequences, and a whole prediction's share of it.</summary>
    private static void Steps(string what, Model net, float[] inputs, int sequences, int threads, double seconds, int rounds)
    {
        using Model model = net;
        model.Threads = threads;
        using StepPredictor predictor = model.CreateStepPredictor(threads);
        StepStates states = predictor.CreateStates(sequences);
        float[] whole = inputs[..(sequences * model.Description.InputSize)];
        float[] outputs = new float[sequences * model.Description.OutputSize];
        float[] step = inputs[..(sequences * predictor.StepInputSize)];
        float[] outputsOfStep = new float[sequences * predictor.StepOutputSize];
        double[] best = Clock.BestMilliseconds([() => model.Predict(whole, outputs), AllSteps], rounds, seconds / 4);
        Console.WriteLine($"{what},{sequences},{threads},{best[1] / OneLSTM.Steps:F4},{best[0] / OneLSTM.Steps:F4} (share of the whole),{best[1] / best[0]:F3}");

        void AllSteps()
        {
            states.Clear();
            for (int i = 0; i < OneLSTM.Steps; i++)
            {
                predictor.Step(states, step, outputsOfStep);
            }
        }
    }

    /// <summary>What measures TorchSharp's median; null, after a word, where it is not there.</summary>
    private Func<double>? TorchSharp(ParseResult arguments, int threads, double seconds, ChildProcess children)
    {
        string? shared = arguments.GetValue(_peers) ?? PeerFolder.FindShared(Environment.CurrentDirectory);
        string? own = PeerFolder.FindOwn();
        if (shared is null || own is null)
        {
            Console.Error.WriteLine("TorchSharp is left out: there is no shared/peers above this folder (--peers)");
            return null;
        }

        shared = Path.GetFullPath(shared);
        string[] sources = [.. Directory.GetFiles(Path.Combine(own, "dotnet"), "*.cs*"), Path.Combine(shared, "dotnet", "Network.cs")];
        PeerProgram program = new("PeerMeasures", sources, Path.Combine(shared, "dotnet", "relax-libstdcxx.py"), Path.GetFullPath(arguments.GetValue(_scratch)!), "python3", children);
        try
        {
            program.Build();
        }
        catch (PeerException e)
        {
            Console.Error.WriteLine($"TorchSharp is left out: {e.Message}");
            return null;
        }

        string[] words = ["lstm", $"{OneLSTM.Steps}", $"{OneLSTM.Width}", $"{OneLSTM.Units}", $"{Batch}", $"{threads}", $"{seconds}"];
        return () => children.Run(program.Executable, words, Path.GetTempPath()).Select(Measurement.Parse).OfType<Measurement>().First(m => m.Job.What == Kinds.Train).Figure;
    }

    private static float[] Numbers(int count, ulong seed)
    {
        Random random = new((int)seed);
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
        {
            value = (2 * random.NextSingle()) - 1;
        }

        return values;
    }
}
