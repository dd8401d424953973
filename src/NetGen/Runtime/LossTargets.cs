using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>What a loss is given for the whole batch, where outputs have targets of their own. Generated code asks the <see cref="StepContext"/> for the chunk's part.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public unsafe struct LossTargets
{
    /// <summary>Float targets, NCHW; null for classes.</summary>
    public float* Targets;

    /// <summary>Class labels; null for float targets.</summary>
    public int* Labels;

    /// <summary>What each sample counts for; null where each counts for 1.</summary>
    public float* SampleWeights;

    /// <summary>What each class counts for; null where all count alike.</summary>
    public float* ClassWeights;

    /// <summary>What the samples count for together, which the mean divides by; 1 where all count for nothing.</summary>
    public double SampleCount;

    /// <summary>The sum of what the labels count for, each times its sample; 1 where all samples count for nothing.</summary>
    public double LabelWeight;
}
