using NetGen;

namespace Captions;

/// <summary>How the networks are trained, and on how much.</summary>
internal static class Recipe
{
    public const int NamerEpochs = 1;
    public const int Epochs = 1;
    public const int Beam = 3;

    /// <summary>Scenes to learn sentences from: many, since a picture that was seen before teaches less than a new one.</summary>
    public const int Train = 64_000;

    /// <summary>Scenes to learn what things are called.</summary>
    public const int NamerTrain = 32_000;

    /// <summary>Scenes to judge by, of each combination that is held out.</summary>
    public const int ScenesEach = 2;

    private const int BatchSize = 16;
    private const double LargestRate = 0.002;
    private const double Rise = 0.1;
    private const double GradientNorm = 1;

    /// <summary>Some seconds' steps.</summary>
    private const int CheckpointSteps = 200;

    /// <summary>What the forget gates begin with.</summary>
    private const float ForgetBias = 1;

    /// <summary>
    /// Makes the network that writes sentences, with the namer's convolutions. Its forget gates begin well open (Jozefowicz, Zaremba and Sutskever 2015, "An Empirical Exploration of Recurrent Network Architectures", section
    /// 2.2): otherwise the cells would halve at each word, and the things that a sentence ends with stand ten words behind the picture.
    /// </summary>
    /// <param name="namer">The namer's file.</param>
    /// <param name="options">The options.</param>
    public static Captioner Create(string namer, CaptionsOptions options)
    {
        Captioner network = new((ulong)options.Seed) { Threads = options.Threads };
        network.LoadMatching(namer);

        // The gates' rows are in PyTorch's order: i, f, g, o.
        Span<float> bias = network.Parameters["lstm1.bias_ih_l0"].Edit();
        bias.Slice(bias.Length / 4, bias.Length / 4).Fill(ForgetBias);
        return network;
    }

    /// <summary>The training of either network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="epochs">Passes over the scenes.</param>
    /// <param name="path">Where checkpoint and log are, without their endings.</param>
    /// <param name="seed">Decides the order of the scenes.</param>
    public static Trainer For(Model network, int epochs, string path, int seed) => new(network, new Adam { GradientClipNorm = GradientNorm })
    {
        BatchSize = BatchSize,
        Epochs = epochs,
        Seed = (ulong)seed,
        Schedule = new OneCycleSchedule(LargestRate, Rise),
        CheckpointPath = path + ".checkpoint.safetensors",
        CheckpointSteps = CheckpointSteps,
        Resume = true,
        Callbacks = { new CsvLog(path + ".csv") },
    };
}
