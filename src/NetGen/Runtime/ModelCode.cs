using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// What is generated from a model's layers: the straight-line code for a chunk of images and for a batch. It stands apart from the model's class, whose
/// names belong to the user.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public abstract unsafe class ModelCode
{
    /// <summary>The sizes of the model's memory.</summary>
    public abstract ModelLayout Layout { get; }

    /// <summary>The model, which sets this when it is made.</summary>
    internal Model Model { get; set; } = null!;

    /// <summary>As the model's.</summary>
    protected bool FreezeBatchNorm => Model.FreezeBatchNorm;

    /// <summary>Values of a sample of all inputs.</summary>
    protected int InputSize => Model.Description.InputSize;

    /// <summary>Computes the outputs of a chunk.</summary>
    /// <param name="c">Where everything lies.</param>
    public abstract void PredictChunk(in StepContext c);

    /// <summary>Computes the gradient of a chunk's outputs by the values at a tag; models without a tag that has a gradient have none.</summary>
    /// <param name="c">Where everything lies.</param>
    public virtual void ExplainChunk(in StepContext c)
    {
    }

    /// <summary>Computes the outputs of one step of a chunk of sequences and changes their states; models without an input that is stepwise have none.</summary>
    /// <param name="c">Where everything lies; <see cref="StepContext.Tag"/> is 1 at the start, otherwise 0.</param>
    public virtual void StepChunk(in StepContext c)
    {
    }

    /// <summary>Runs one phase of a training step for a chunk.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="c">Where everything lies.</param>
    public abstract void TrainChunk(int phase, in StepContext c);

    /// <summary>What runs once when all chunks are through a phase.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="g">The first shard's sums.</param>
    /// <param name="shardStride">Floats from one shard to the next.</param>
    /// <param name="shards">How many shards.</param>
    /// <param name="t">The batch's statistics.</param>
    public abstract void EndPhase(int phase, float* g, long shardStride, int shards, float* t);

    /// <summary>Computes a part of a gradient by weights over the whole batch, when all chunks are through a phase; networks of one phase have none.</summary>
    /// <param name="call">Which of <see cref="ModelLayout.PhaseEndCalls"/>.</param>
    /// <param name="s">The first chunk's slot.</param>
    /// <param name="c">Where everything else lies.</param>
    public virtual void CallAtPhaseEnd(int call, float* s, in StepContext c)
    {
    }

    /// <summary>Computes a part of the gradients that are no sums over shards; most models have none.</summary>
    /// <param name="item">Which part.</param>
    /// <param name="b">What was kept of the images.</param>
    /// <param name="batch">Images.</param>
    public virtual void CallOverBatch(int item, float* b, long batch)
    {
    }

    /// <summary>Sums the shards into the gradients of one parameter.</summary>
    /// <param name="item">Which.</param>
    /// <param name="g">The first shard's sums.</param>
    /// <param name="shardStride">Floats from one shard to the next.</param>
    /// <param name="shards">How many shards.</param>
    public abstract void ReduceGradient(int item, float* g, long shardStride, int shards);

    /// <summary>Fills packed weights for prediction from the parameters.</summary>
    /// <param name="item">Which of the packed weights.</param>
    /// <param name="w">The packed weights.</param>
    public abstract void PackForPrediction(int item, float* w);

    /// <summary>Fills packed weights for training from the parameters.</summary>
    /// <param name="item">Which of the packed weights.</param>
    /// <param name="w">The packed weights.</param>
    public abstract void PackForTraining(int item, float* w);

    /// <summary>Fills packed weights for the gradients by tagged values from the parameters.</summary>
    /// <param name="item">Which of the packed weights.</param>
    /// <param name="w">The packed weights.</param>
    public virtual void PackForExplanation(int item, float* w)
    {
    }

    /// <summary>Fills packed weights for steps of sequences from the parameters.</summary>
    /// <param name="item">Which of the packed weights.</param>
    /// <param name="w">The packed weights.</param>
    public virtual void PackForStepping(int item, float* w)
    {
    }

    /// <summary>Adds the loss of outputs in PyTorch's layout to the totals.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="labels">Class labels, or null.</param>
    /// <param name="targets">Float targets, or null; for <see cref="ModelLayout.LengthsAt"/> the first sample's number of steps among its inputs.</param>
    /// <param name="count">Images.</param>
    /// <param name="totals">The sums.</param>
    public abstract void EvaluateLoss(float* outputs, int* labels, float* targets, int count, ShardTotals* totals);

    /// <summary>Adds the loss of an output that has targets of its own to the totals; models without one have none.</summary>
    /// <param name="head">Which of <see cref="ModelLayout.Heads"/>.</param>
    /// <param name="outputs">The output.</param>
    /// <param name="labels">Class labels, or null.</param>
    /// <param name="targets">Float targets, or null; for <see cref="HeadLayout.LengthsAt"/> the first sample's number of steps among its inputs.</param>
    /// <param name="count">Images.</param>
    /// <param name="totals">The sums.</param>
    public virtual void EvaluateHead(int head, float* outputs, int* labels, float* targets, int count, ShardTotals* totals)
    {
    }

    /// <summary>What kernels compute with of a parameter, for generated code.</summary>
    /// <param name="index">The parameter's place.</param>
    /// <returns>The first value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected float* Values(int index) => Model.Parameters[index].ComputedPointer;

    /// <summary>A parameter's gradient, for generated code.</summary>
    /// <param name="index">The parameter's place.</param>
    /// <returns>The first value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected float* Gradient(int index) => Model.Parameters[index].GradientPointer;
}
