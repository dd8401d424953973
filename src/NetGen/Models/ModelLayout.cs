using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>The sizes of a generated model's memory, in floats, and the shape of its training step.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ModelLayout
{
    /// <summary>Images that are predicted together.</summary>
    public required int PredictChunk { get; init; }

    /// <summary>A chunk's values in a prediction.</summary>
    public required long PredictSlot { get; init; }

    /// <summary>Packed weights of a prediction.</summary>
    public required long PredictWeights { get; init; }

    /// <summary>A thread's scratch in a prediction.</summary>
    public long PredictWork { get; init; }

    /// <summary>Calls of a prediction that threads share where there are fewer images than threads, or as few as <see cref="PredictTogether"/> says; 0 where a thread predicts an image by itself.</summary>
    public int PredictShared { get; init; }

    /// <summary>Images for each thread up to which threads share those calls instead of taking images each: where there are many weights, each thread then reads some of them. 0: none.</summary>
    public int PredictTogether { get; init; }

    /// <summary>Images whose gradients by a tagged value are computed together; 0 where no tag has a gradient.</summary>
    public int ExplainChunk { get; init; }

    /// <summary>Their values and gradients.</summary>
    public long ExplainSlot { get; init; }

    /// <summary>Packed weights of those gradients.</summary>
    public long ExplainWeights { get; init; }

    /// <summary>A thread's scratch for those gradients.</summary>
    public long ExplainWork { get; init; }

    /// <summary>Sums that kernels make on the way and nobody reads.</summary>
    public long ExplainShard { get; init; }

    /// <summary>Packed weights that are filled for those gradients.</summary>
    public int ExplainPacks { get; init; }

    /// <summary>Sequences whose steps are predicted together; 0 where no input is stepwise.</summary>
    public int StepChunk { get; init; }

    /// <summary>Their values.</summary>
    public long StepSlot { get; init; }

    /// <summary>Packed weights of a step.</summary>
    public long StepWeights { get; init; }

    /// <summary>A thread's scratch in a step.</summary>
    public long StepWork { get; init; }

    /// <summary>Calls of a step that threads share where there are fewer sequences than threads, or as few as <see cref="StepTogether"/> says; 0 where a thread steps a sequence by itself.</summary>
    public int StepShared { get; init; }

    /// <summary>Sequences for each thread up to which threads share those calls instead of taking sequences each. 0: none.</summary>
    public int StepTogether { get; init; }

    /// <summary>Packed weights that are filled for steps.</summary>
    public int StepPacks { get; init; }

    /// <summary>A sequence's state.</summary>
    public int StepState { get; init; }

    /// <summary>Values of a step's output.</summary>
    public int StepOutput { get; init; }

    /// <summary>Whether something is given at the start of sequences.</summary>
    public bool StepStarts { get; init; }

    /// <summary>Whether sequences begin with a step of that.</summary>
    public bool StepStartIsStep { get; init; }

    /// <summary>Images that go through a phase of training together.</summary>
    public required int TrainChunk { get; init; }

    /// <summary>A chunk's values and gradients in training.</summary>
    public required long TrainSlot { get; init; }

    /// <summary>Packed weights of training.</summary>
    public required long TrainWeights { get; init; }

    /// <summary>A thread's scratch in training.</summary>
    public long TrainWork { get; init; }

    /// <summary>A shard's sums.</summary>
    public required long Shard { get; init; }

    /// <summary>Shards of a batch unless chosen: those that take 384 MiB together, but at least two, since with one most of a step would be one thread's.</summary>
    internal int MostShards => Shard switch { > 48 << 20 => 2, > 12 << 20 => 4, _ => 8 };

    /// <summary>Statistics of a batch.</summary>
    public required long Statistics { get; init; }

    /// <summary>What is kept of an image until the whole batch is through.</summary>
    public long Kept { get; init; }

    /// <summary>Items of the calls over the whole batch that follow the phases.</summary>
    public int BatchItems { get; init; }

    /// <summary>The calls over the whole batch that <see cref="BatchItems"/> counts, in order; empty where there is one phase.</summary>
    public IReadOnlyList<BatchPhase> BatchPhases { get; init; } = [];

    /// <summary>For each call over the whole batch that is made at the end of a phase, in order: the phase.</summary>
    public IReadOnlyList<int> PhaseEndCalls { get; init; } = [];

    /// <summary>For each of <see cref="Reductions"/> the phase after which it can be made; empty where there is one phase.</summary>
    public IReadOnlyList<int> ReductionPhases { get; init; } = [];

    /// <summary>For each trainable parameter in order the phase after which its gradient is whole; empty where there is one phase.</summary>
    public IReadOnlyList<int> GradientPhases { get; init; } = [];

    /// <summary>The path of a batch norm that sees one value a channel of each image, so that it cannot train on a batch of one; null where there is none.</summary>
    public string? NormOfOneValue { get; init; }

    /// <summary>Whether of several phases none waits for all images, so that some may go through all of them before others begin.</summary>
    public bool Streams { get; init; }

    /// <summary>Phases of a training step.</summary>
    public required int Phases { get; init; }

    /// <summary>The first phase of the backward pass, where it does not share one with the forward pass.</summary>
    public required int FirstBackwardPhase { get; init; }

    /// <summary>Parameters' gradients that shards are summed into.</summary>
    public required int Reductions { get; init; }

    /// <summary>Packed weights that are filled for a prediction.</summary>
    public required int PredictPacks { get; init; }

    /// <summary>Packed weights that are filled for a training step.</summary>
    public required int TrainPacks { get; init; }

    /// <summary>The loss's classes; 0 where targets are floats; -1 where there is no loss.</summary>
    public required int Classes { get; init; }

    /// <summary>The label of what counts for nothing; null where every label is a class.</summary>
    public int? IgnoreIndex { get; init; }

    /// <summary>Whether the labels of a sample are a sequence that is not aligned with its steps: <see cref="CTCAttribute"/>.</summary>
    public bool LabelsAreSequences { get; init; }

    /// <summary>Where in a sample's inputs stands how many of its steps the loss counts; null where it counts all: <see cref="CTCAttribute.Lengths"/>.</summary>
    public int? LengthsAt { get; init; }

    /// <summary>What each class counts for; empty where all count alike.</summary>
    public IReadOnlyList<float> ClassWeights { get; init; } = [];

    /// <summary>Where outputs have targets of their own, whether the mean of the model's own loss divides by what labels count for.</summary>
    public bool DividesByLabels { get; init; }

    /// <summary>The losses of outputs with targets of their own, one for each of <see cref="ModelInfo.Outputs"/> but the first; empty where there are none.</summary>
    public IReadOnlyList<HeadLayout> Heads { get; init; } = [];
}
