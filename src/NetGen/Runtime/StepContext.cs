using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>What generated code is handed for a chunk of images. All pointers to user data point at the chunk's first image.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public unsafe struct StepContext
{
    /// <summary>The images, NCHW.</summary>
    public float* Inputs;

    /// <summary>The results, NCHW; null where nobody asked for them.</summary>
    public float* Outputs;

    /// <summary>The values at the tag that is asked for, NCHW; null where the results are.</summary>
    public float* Features;

    /// <summary>The gradient by the values at the tag that is asked for, NCHW.</summary>
    public float* FeatureGradients;

    /// <summary>The gradient by the outputs, NCHW, where it comes from outside.</summary>
    public float* OutputGradients;

    /// <summary>The gradient by the inputs, NCHW; null where nobody asked for it.</summary>
    public float* InputGradients;

    /// <summary>Float targets, NCHW; null for classes.</summary>
    public float* Targets;

    /// <summary>Class labels; null for float targets.</summary>
    public int* Labels;

    /// <summary>Where the outputs besides the model's own go, for the whole batch; of use where <see cref="Outputs"/> are, and in every prediction.</summary>
    public float** FurtherOutputs;

    /// <summary>The gradients by those outputs, for the whole batch, where they come from outside.</summary>
    public float** FurtherGradients;

    /// <summary>What each loss is given, where outputs have targets of their own: the model's own loss first.</summary>
    public LossTargets* Losses;

    /// <summary>The chunk's values and gradients.</summary>
    public float* Slot;

    /// <summary>The states of the chunk's sequences, where one step is predicted.</summary>
    public float* State;

    /// <summary>The thread's scratch: it holds something for as long as one kernel runs.</summary>
    public float* Work;

    /// <summary>The packed weights.</summary>
    public float* Weights;

    /// <summary>Where there are gradients, the values of each parameter in PyTorch's layout, for layers that read them in place.</summary>
    public float** Parameters;

    /// <summary>The shard's own sums.</summary>
    public float* Shard;

    /// <summary>Statistics of the whole batch.</summary>
    public float* Statistics;

    /// <summary>What is kept of every image until the whole batch is through.</summary>
    public float* Kept;

    /// <summary>At the end of a phase, where each image of the batch lies; <see cref="Slot"/> is then the first chunk's.</summary>
    public ImagePlace* Images;

    /// <summary>The shard's loss and hits; where outputs have targets of their own, one for each of <see cref="Losses"/>.</summary>
    public ShardTotals* Totals;

    /// <summary>The tag that a prediction is asked for instead of its results, or the gradient by it: 1 for the first; 0 for none. In a step of sequences 1 for the start.</summary>
    public int Tag;

    /// <summary>In a step of sequences how many the predictor has predicted before: who goes another way every other time tells by it which.</summary>
    public int Round;

    /// <summary>Images in this chunk.</summary>
    public int Count;

    /// <summary>The place of the chunk's first image in the batch.</summary>
    public int First;

    /// <summary>Images in the whole batch.</summary>
    public int Batch;

    /// <summary>Samples of the whole step, over which a mean loss is taken: <see cref="Batch"/>, and what other processes take of the step.</summary>
    public int StepCount;

    /// <summary>The place of the chunk's first image in the whole step.</summary>
    public int StepFirst;

    /// <summary>The sum of what the labels of the whole batch count for, where they do not all count for 1.</summary>
    public double LabelWeight;

    /// <summary>What each class counts for; null where all count alike.</summary>
    public float* ClassWeights;

    /// <summary>Whether batch norms use their running statistics, which are then constants of the gradient.</summary>
    public bool BatchNormFrozen;

    /// <summary>The seed of this step's noise.</summary>
    public ulong StepSeed;

    /// <summary>Which part of the calls that threads share is this thread's, where several predict the same images; at the end of a phase, the part of the call.</summary>
    public int Part;

    /// <summary>How many threads predict the same images, in a prediction 1 at least; at the end of a phase, how many parts the call has.</summary>
    public int Parts;

    /// <summary>Where they wait for each other; null where a thread is alone.</summary>
    internal TeamBarrier? Team;

    /// <summary>Waits for the other threads that predict the same images.</summary>
    public readonly void Barrier() => Team?.Wait();

    /// <summary>Where a further output of the chunk goes.</summary>
    /// <param name="output">Which, from 0 on.</param>
    /// <param name="size">Its values of an image.</param>
    /// <returns>The first image's.</returns>
    public readonly float* FurtherOutput(int output, int size) => FurtherOutputs[output] + ((long)First * size);

    /// <summary>The chunk's gradient by a further output.</summary>
    /// <param name="output">Which, from 0 on.</param>
    /// <param name="size">Its values of an image.</param>
    /// <returns>The first image's.</returns>
    public readonly float* FurtherGradient(int output, int size) => FurtherGradients[output] + ((long)First * size);

    /// <summary>The chunk's float targets of a loss.</summary>
    /// <param name="loss">Which of <see cref="Losses"/>.</param>
    /// <param name="size">Targets of an image.</param>
    /// <returns>The first image's; null for classes.</returns>
    public readonly float* TargetsOf(int loss, int size) => Losses[loss].Targets == null ? null : Losses[loss].Targets + ((long)First * size);

    /// <summary>The chunk's labels of a loss.</summary>
    /// <param name="loss">Which of <see cref="Losses"/>.</param>
    /// <param name="size">Labels of an image.</param>
    /// <returns>The first image's; null for float targets.</returns>
    public readonly int* LabelsOf(int loss, int size) => Losses[loss].Labels == null ? null : Losses[loss].Labels + ((long)First * size);

    /// <summary>What each of the chunk's images counts for in a loss.</summary>
    /// <param name="loss">Which of <see cref="Losses"/>.</param>
    /// <returns>The first image's; null where each counts for 1.</returns>
    public readonly float* SampleWeightsOf(int loss) => Losses[loss].SampleWeights == null ? null : Losses[loss].SampleWeights + First;

    /// <summary>A key for one layer's noise in this step; with an image's place in the batch and an element's place in the image it determines every draw.</summary>
    /// <param name="layer">The layer's number.</param>
    /// <returns>The key.</returns>
    public readonly ulong Noise(int layer)
    {
        // splitmix64's finaliser (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators").
        ulong z = StepSeed + ((ulong)(uint)layer * 0x9E3779B97F4A7C15UL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}

/// <summary>A shard's sums over its images.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ShardTotals
{
    /// <summary>The sum of the losses, each already divided as the mean over the batch asks.</summary>
    public double Loss;

    /// <summary>Predictions whose largest output is the label's.</summary>
    public long Correct;

    /// <summary>Predictions.</summary>
    public long Count;
}
