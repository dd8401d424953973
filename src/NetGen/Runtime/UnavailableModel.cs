using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>The base of a model whose layers do not fit: it compiles, so that the layers' own error is the only one, and throws.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract unsafe class UnavailableModel : Model
{
    /// <summary>Throws.</summary>
    /// <param name="name">The model.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    protected UnavailableModel(string name)
        : base(Refuse(name), null!, 0)
    {
    }

    private static ModelInfo Refuse(string name) => throw Unavailable(name);

    /// <summary>What every member throws.</summary>
    /// <param name="name">The model.</param>
    /// <returns>The exception.</returns>
    protected static InvalidOperationException Unavailable(string name) =>
        new($"The layers of {name} do not fit, so no code was generated for it; the compiler's NG error says why.");

    /// <inheritdoc/>
    protected sealed override void PredictChunk(in StepContext c) => throw Unavailable("the model");

    /// <inheritdoc/>
    protected sealed override void TrainChunk(int phase, in StepContext c) => throw Unavailable("the model");

    /// <inheritdoc/>
    protected sealed override void EndPhase(int phase, float* g, long laneStride, int lanes, float* t) => throw Unavailable("the model");

    /// <inheritdoc/>
    protected sealed override void ReduceGradient(int item, float* g, long laneStride, int lanes) => throw Unavailable("the model");

    /// <inheritdoc/>
    protected sealed override void PackForPrediction(int item, float* w) => throw Unavailable("the model");

    /// <inheritdoc/>
    protected sealed override void PackForTraining(int item, float* w) => throw Unavailable("the model");

    /// <inheritdoc/>
    protected sealed override void EvaluateLoss(float* outputs, int* labels, float* targets, int count, LaneTotals* totals) => throw Unavailable("the model");
}
