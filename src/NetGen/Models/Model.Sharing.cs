using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <content>A step that several processes share.</content>
public abstract unsafe partial class Model
{
    /// <summary>Decides, with the count of steps, the noise of each step.</summary>
    internal ulong Seed => (_whole ?? this)._seed;

    /// <summary>
    /// Computes the gradients of this process's samples by the mean loss over all samples of the step, and adds those of all processes up where the step says so. There may be no sample: the process then still takes
    /// part in what all do together.
    /// </summary>
    /// <param name="inputs">This process's images.</param>
    /// <param name="labels">Their labels; empty where there are targets.</param>
    /// <param name="targets">Their targets; empty where there are labels.</param>
    /// <param name="share">What of the step they are.</param>
    /// <param name="weight">What the mean over the step divides by: its samples, unless labels count differently.</param>
    /// <returns>Their part of the mean loss, and their hits.</returns>
    internal StepResult ComputeShare(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, SharedStep share, out double weight)
    {
        using Gate.Use use = _gate.Enter();
        int batch = inputs.Length == 0 ? 0 : targets.Length > 0 ? CheckTargets(inputs, targets) : CheckLabels(inputs, labels);
        CheckWords(inputs, nameof(inputs));
        if (share.Norms is null)
        {
            CheckNorms(batch, nameof(inputs));
        }

        _training ??= new TrainingWorkspace(this);
        _classWeights ??= PinnedWeights(Layout.ClassWeights);
        bool countsLabels = targets.Length == 0 && (Layout.IgnoreIndex is not null || Layout.ClassWeights.Count > 0);
        fixed (float* x = inputs, t = targets)
        {
            fixed (int* l = labels)
            {
                // Whether there are labels is the same on all ranks, but one without samples cannot tell.
                double counted = Layout.IgnoreIndex is not null || Layout.ClassWeights.Count > 0 ? share.Sum(countsLabels && batch > 0 ? LabelWeight(l, batch) : 0) : 0;
                weight = Layout.DividesByLabels && counted > 0 ? counted : share.Count;
                _training.Begin(
                    Context(x, batch) with
                    {
                        Labels = targets.Length > 0 ? null : l,
                        Targets = targets.Length > 0 ? t : null,
                        StepCount = share.Count,
                        StepFirst = share.First,
                        LabelWeight = counted,
                        ClassWeights = _classWeights.Length == 0 ? null : (float*)Unsafe.AsPointer(ref _classWeights[0]),
                    },
                    share);
                _training.RunPhases(0, Layout.Phases);
                _training.Reduce();
            }
        }

        return _training.Totals();
    }
}
