using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>A training on several processes: what they agree on at the start, and after each step.</summary>
internal sealed class SharedTraining
{
    private readonly Trainer _trainer;
    private readonly LinearScaling? _scaling;
    private readonly double[] _sums = new double[6];
    private readonly double[] _losses;
    private double _ownLoss;

    public SharedTraining(Trainer trainer, World world)
    {
        _trainer = trainer;
        _scaling = trainer.Scaling;
        World = world;
        _losses = new double[world.Size];
        Step = new SharedStep(world, trainer.Model, trainer.SynchronizeBatchNorm);
    }

    public World World { get; }

    public SharedStep Step { get; }

    /// <summary>Whether a rank was asked to end.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>Whether a callback of a rank wants the training to end.</summary>
    public bool Stops { get; private set; }

    /// <summary>What the schedule's or the optimizer's rate becomes in a step.</summary>
    /// <param name="rate">The schedule's; null where there is none and the optimizer's goes on.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="stepsPerEpoch">The steps of an epoch.</param>
    public void SetRate(float? rate, long step, int stepsPerEpoch)
    {
        if (_scaling is null)
        {
            return;
        }

        // A checkpoint holds the rate of the step before it, which was multiplied.
        double before = step == 0 ? 1 : _scaling.Factor(World.Size, step - 1, stepsPerEpoch);
        double plain = rate ?? _trainer.Optimizer.LearningRate / before;
        _trainer.Optimizer.LearningRate = (float)(plain * _scaling.Factor(World.Size, step, stepsPerEpoch));
    }

    /// <summary>Computes this rank's part of a batch's gradients; the sum over all ranks is the whole batch's.</summary>
    /// <returns>What the whole batch came to, the same on every rank, and what its mean divided by.</returns>
    public (StepResult Result, double Weight) ComputeGradients(BatchBuffer batch, bool sends, bool isCancelled, bool stops)
    {
        Step.First = batch.First;
        Step.Count = batch.StepCount;
        Step.Sends = sends;
        batch.FinishWeights(Step);
        StepResult own = batch.ComputeShare(_trainer.Model, Step, out double weight);
        return Agree(own, weight, isCancelled, stops);
    }

    /// <summary>Adds the gradients of all ranks up, where a step accumulated them.</summary>
    public void SumGradients() => Step.Gradients.SendAll();

    /// <summary>Tells an epoch's end apart from a wish to end the training, after the callbacks.</summary>
    public void AgreeOnStop(bool isCancelled, bool stops) => _ = Agree(default, 1, isCancelled, stops);

    /// <summary>What each rank did with its time since the last call.</summary>
    public IReadOnlyList<RankWaiting> TakeTimes()
    {
        double own = Step.Clock.Share;
        double[] shares = new double[World.Size];
        World.Gather(MemoryMarshal.AsBytes([own]), MemoryMarshal.AsBytes(shares.AsSpan()));
        return [.. shares.Select((share, rank) => new RankWaiting(rank, World.Describe(rank), share))];
    }

    /// <summary>Gives all ranks rank 0's weights, so that they start from the same.</summary>
    public void BroadcastWeights()
    {
        ParameterSet parameters = _trainer.Model.Parameters;
        float[] values = new float[parameters.ValueCount];
        parameters.CopyTo(values);
        World.Broadcast(MemoryMarshal.AsBytes(values.AsSpan()));
        parameters.CopyFrom(values);
    }

    /// <summary>Refuses to go on where ranks have come to different weights, as they do where a callback changes something on one of them alone.</summary>
    /// <exception cref="WorldMismatchException">They have.</exception>
    public void CheckWeights()
    {
        string[] hashes = World.Gather(WorldManifest.Hash(_trainer.Model.Parameters));
        int[] others = [.. Enumerable.Range(0, hashes.Length).Where(r => hashes[r] != hashes[0])];
        if (others.Length > 0)
        {
            throw new WorldMismatchException(
                [$"the weights of rank {string.Join(", ", others.Select(World.Name))} are no longer those of rank 0: did a callback change the model, the optimizer or the rate on some ranks alone?"]);
        }
    }

    private (StepResult Result, double Weight) Agree(StepResult own, double weight, bool isCancelled, bool stops)
    {
        _ownLoss = own.Loss;
        _sums[0] = own.Loss;
        _sums[1] = own.Correct;
        _sums[2] = own.Count;
        _sums[3] = World.IsFirst ? weight : 0;
        _sums[4] = isCancelled ? 1 : 0;
        _sums[5] = stops ? 1 : 0;
        Step.Sum(_sums);
        IsCancelled = _sums[4] > 0;
        Stops = _sums[5] > 0;
        return (new StepResult(_sums[0], (int)_sums[1], (int)_sums[2]), _sums[3]);
    }

    /// <summary>Those ranks whose own loss was no finite number in the last step; called by all, where the sum is none.</summary>
    public string WhoDiverged()
    {
        World.Gather(MemoryMarshal.AsBytes([_ownLoss]), MemoryMarshal.AsBytes(_losses.AsSpan()));
        return string.Join(", ", Enumerable.Range(0, World.Size).Where(r => !double.IsFinite(_losses[r])).Select(World.Name));
    }
}
