using NetGen.Runtime;

namespace NetGen.Tests.Training;

/// <summary>One dense layer and softmax cross entropy, written by hand, so that the trainer is tested without the generator.</summary>
internal sealed class SoftmaxRegression : Model
{
    public SoftmaxRegression(int features, int classes, ulong seed = 0)
        : base(Describe(features, classes), new SoftmaxRegressionCode(features, classes), seed)
    {
    }

    /// <summary>Called at the start of each step, so that a test sees what it is given.</summary>
    public Action<float[]>? Seen
    {
        get => ((SoftmaxRegressionCode)Code).Seen;
        init => ((SoftmaxRegressionCode)Code).Seen = value;
    }

    private static ModelInfo Describe(int features, int classes) => new(
        "SoftmaxRegression",
        [features],
        [classes],
        [],
        [
            new ParameterInfo("dense1.weight", [classes, features], true, Initialization.XavierNormal, features, classes),
            new ParameterInfo("dense1.bias", [classes], true, Initialization.Zero, 0, 0),
        ]);
}

/// <summary>Its code.</summary>
internal sealed unsafe class SoftmaxRegressionCode(int features, int classes) : ModelCode
{
    public override ModelLayout Layout { get; } = LayoutOf(features, classes);

    public Action<float[]>? Seen { get; set; }

    public override void PredictChunk(in StepContext c) => Outputs(c.Inputs, c.Outputs, c.Count);

    public override void TrainChunk(int phase, in StepContext c)
    {
        Seen?.Invoke(new Span<float>(c.Inputs, c.Count * features).ToArray());
        Outputs(c.Inputs, c.Slot, c.Count);
        ShardTotals totals = default;
        for (int image = 0; image < c.Count; image++)
        {
            float* y = c.Slot + (image * classes);
            totals.Loss += Loss(y, c.Labels[image], c.Batch, ref totals);
            for (int k = 0; k < classes; k++)
            {
                float gradient = (y[k] - (k == c.Labels[image] ? 1 : 0)) / c.Batch;
                for (int f = 0; f < features; f++)
                {
                    c.Shard[(k * features) + f] += gradient * c.Inputs[(image * features) + f];
                }

                c.Shard[(classes * features) + k] += gradient;
            }
        }

        c.Totals->Loss += totals.Loss;
        c.Totals->Correct += totals.Correct;
        c.Totals->Count += totals.Count;
    }

    public override void EndPhase(int phase, float* g, long shardStride, int shards, float* t)
    {
    }

    public override void ReduceGradient(int item, float* g, long shardStride, int shards) =>
        Reduce.Vector(g + (item == 0 ? 0 : classes * features), Gradient(item), shardStride, shards, Model.Parameters[item].Length);

    public override void PackForPrediction(int item, float* w)
    {
    }

    public override void PackForTraining(int item, float* w)
    {
    }

    public override void EvaluateLoss(float* outputs, int* labels, float* targets, int count, ShardTotals* totals)
    {
        for (int image = 0; image < count; image++)
        {
            totals->Loss += Loss(outputs + (image * classes), labels[image], count, ref *totals);
        }
    }

    private static ModelLayout LayoutOf(int features, int classes) => new()
    {
        PredictChunk = 4,
        PredictSlot = 0,
        PredictWeights = 0,
        TrainChunk = 4,
        TrainSlot = 4 * classes,
        TrainWeights = 0,
        Shard = (classes * features) + classes,
        Statistics = 0,
        Phases = 1,
        FirstBackwardPhase = 0,
        Reductions = 2,
        PredictPacks = 0,
        TrainPacks = 0,
        Classes = classes,
    };

    private void Outputs(float* x, float* y, int count)
    {
        for (int image = 0; image < count; image++)
        {
            for (int k = 0; k < classes; k++)
            {
                float sum = Values(1)[k];
                for (int f = 0; f < features; f++)
                {
                    sum += Values(0)[(k * features) + f] * x[(image * features) + f];
                }

                y[(image * classes) + k] = sum;
            }
        }
    }

    /// <summary>The loss's share in the mean; turns the outputs into probabilities.</summary>
    private double Loss(float* y, int label, int batch, ref ShardTotals totals)
    {
        int best = 0;
        for (int k = 1; k < classes; k++)
        {
            best = y[k] > y[best] ? k : best;
        }

        totals.Correct += best == label ? 1 : 0;
        totals.Count++;
        float largest = y[best];
        float sum = 0;
        for (int k = 0; k < classes; k++)
        {
            y[k] = MathF.Exp(y[k] - largest);
            sum += y[k];
        }

        for (int k = 0; k < classes; k++)
        {
            y[k] /= sum;
        }

        return -Math.Log(y[label]) / batch;
    }
}
