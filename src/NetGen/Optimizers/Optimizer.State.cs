using System.Globalization;
using NetGen.Runtime;

namespace NetGen;

public abstract unsafe partial class Optimizer
{
    private const string KindKey = "optimizer";
    private const string StepsKey = "optimizer.steps";
    private const string RateKey = "optimizer.learning_rate";

    /// <summary>What files call this optimizer.</summary>
    private protected virtual string Kind => GetType().Name.ToLowerInvariant();

    /// <summary>What files call one of the states; the built-in optimizers use PyTorch's words, such as <c>exp_avg</c>.</summary>
    /// <param name="index">From 0 to under <see cref="StateCount"/>.</param>
    /// <returns>A name of its own for each.</returns>
    protected virtual string StateName(int index) => string.Create(CultureInfo.InvariantCulture, $"state{index}");

    /// <summary>Writes what the next steps depend on besides the settings: the state, the steps of each parameter and the learning rate.</summary>
    /// <remarks>With the parameters saved beside it, training goes on as if it had not been interrupted, to the bit. All other settings, <see cref="Groups"/>
    /// among them, are to be made again. A safetensors file: tensors such as <c>adam.exp_avg.conv1.weight</c>.</remarks>
    /// <param name="path">The file to make or replace; a reader sees the old file or the whole new one.</param>
    /// <exception cref="InvalidOperationException">No step was taken and no state was loaded.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one, where there was one, is as before.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder takes no new files.</exception>
    public void SaveState(string path)
    {
        using Gate.Use use = _parameters?.Gate is { } gate ? gate.EnterToRead() : default;
        CaptureState().Write(path);
    }

    /// <summary>Reads the state of an optimizer of the same kind for the same parameters, also before the first step. On any error nothing changes.</summary>
    /// <param name="parameters">What the optimizer changes.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">The parameters are another model's than at the first step.</exception>
    /// <exception cref="InvalidOperationException">The model is at work, or a pattern of <see cref="Groups"/> fits no trainable parameter.</exception>
    /// <exception cref="WeightFileException">The file is damaged, of another optimizer, of one with other states, or of another network; the message lists all that is wrong.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    public void LoadState(ParameterSet parameters, string path)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        NamedState state = NamedState.Read(path);
        using Gate.Use use = parameters.Gate is { } gate ? gate.Enter() : default;
        RestoreState(parameters, state, path);
    }

    /// <summary>The same for the parameters of the steps before.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidOperationException">No step was taken and no state was loaded, so that it is not known for which parameters; or the model is at work.</exception>
    /// <exception cref="WeightFileException">As of <see cref="LoadState(ParameterSet, string)"/>.</exception>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    public void LoadState(string path) =>
        LoadState(_parameters ?? throw new InvalidOperationException("expected parameters, since no step was taken: LoadState(model.Parameters, path)"), path);

    /// <summary>What <see cref="SaveState"/> writes.</summary>
    internal NamedState CaptureState()
    {
        if (_parameters is null || _runs is null)
        {
            throw new InvalidOperationException("expected a state to save, but no step was taken and none was loaded");
        }

        List<SafetensorsTensor> tensors = [];
        ReadOnlySpan<long> taken = _runs.Taken(Steps);
        int start = 0;
        for (int i = 0; i < _runs.Parameters.Count; i++)
        {
            Parameter parameter = _runs.Parameters[i];
            tensors.Add(SafetensorsTensor.FromInt64s(StepName(parameter), [], [taken[i]]));
            for (int s = 0; s < _memory.Length; s++)
            {
                tensors.Add(SafetensorsTensor.FromFloats(TensorName(s, parameter), parameter.Shape, _memory[s].Slice(start, parameter.Length)));
            }

            start += parameter.Length;
        }

        return new NamedState(tensors, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [KindKey] = Kind,
            [StepsKey] = Steps.ToString(CultureInfo.InvariantCulture),
            [RateKey] = LearningRate.ToString("R", CultureInfo.InvariantCulture),
        });
    }

    /// <summary>Takes over what <see cref="CaptureState"/> gave, once all of it is found to fit.</summary>
    /// <param name="parameters">What the optimizer changes.</param>
    /// <param name="state">The state, and nothing else's tensors; other metadata may stand beside its own.</param>
    /// <param name="path">The file's path, for messages.</param>
    internal void RestoreState(ParameterSet parameters, NamedState state, string path)
    {
        int states = _parameters is null ? StateCount : _memory.Length;
        StateMatch match = new(state, path);
        match.Require(KindKey, Kind);
        long steps = match.Count(StepsKey, 0);
        float rate = match.Number(RateKey);
        List<long> taken = [];
        List<SafetensorsTensor?[]> found = [];
        foreach (Parameter parameter in parameters.Where(p => p.Trainable))
        {
            taken.Add(match.Whole(StepName(parameter), steps));
            found.Add([.. Enumerable.Range(0, states).Select(s => match.Floats(TensorName(s, parameter), parameter.Shape))]);
        }

        match.End();
        ParameterRuns runs = Attach(parameters);
        for (int i = 0, start = 0; i < found.Count; i++)
        {
            int length = runs.Parameters[i].Length;
            for (int s = 0; s < states; s++)
            {
                found[i][s]!.CopyTo(_memory[s].Slice(start, length));
            }

            start += length;
        }

        Steps = steps;
        LearningRate = rate;
        runs.Restore([.. taken], steps);
        _rules.Changed = true;
    }

    private string TensorName(int state, Parameter parameter) => $"{Kind}.{StateName(state)}.{parameter.Path}";

    private string StepName(Parameter parameter) => $"{Kind}.step.{parameter.Path}";
}
