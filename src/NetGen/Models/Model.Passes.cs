using NetGen.Runtime;

namespace NetGen;

/// <content>The way forward and back of models without a loss.</content>
public abstract unsafe partial class Model
{
    private int _forwardBatch;
    private NormGradients? _normGradients;

    /// <summary>For a model without a loss: computes the outputs in training mode and keeps what <see cref="Backward(ReadOnlySpan{float}, Span{float})"/> needs.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="outputs">Exactly as many outputs.</param>
    /// <exception cref="InvalidOperationException">The model ends in a loss, or has several outputs.</exception>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        using Gate.Use use = _gate.Enter();
        CheckNoLoss();
        CheckOneOutput(nameof(Forward));
        int batch = CheckBatch(inputs.Length, Description.InputSize, nameof(inputs));
        CheckLength(outputs.Length, batch, Description.OutputSize, "outputs", nameof(outputs));
        fixed (float* y = outputs)
        {
            Forward(inputs, batch, y, null);
        }
    }

    /// <summary>For a model without a loss: computes all outputs in training mode and keeps what <see cref="Backward(OutputSet, Span{float})"/> needs.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="outputs">Receives the outputs by name, resized to the batch.</param>
    /// <exception cref="InvalidOperationException">The model ends in a loss.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the set is another model's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Where an <see cref="EmbeddingAttribute"/> reads numbers of words, an input is none.</exception>
    public void Forward(ReadOnlySpan<float> inputs, OutputSet outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        using Gate.Use use = _gate.Enter();
        CheckNoLoss();
        int batch = CheckBatch(inputs.Length, Description.InputSize, nameof(inputs));
        outputs.CheckFor(Description, nameof(outputs));
        outputs.Resize(batch);
        Forward(inputs, batch, outputs.Own, outputs.Further);
        GC.KeepAlive(outputs);
    }

    private void Forward(ReadOnlySpan<float> inputs, int batch, float* own, float** further)
    {
        CheckWords(inputs, nameof(inputs));
        CheckNorms(batch, nameof(inputs));
        _training ??= new TrainingWorkspace(this);
        fixed (float* x = inputs)
        {
            _training.Begin(Context(x, batch) with { Outputs = own, FurtherOutputs = further });
            _training.RunPhases(0, Layout.FirstBackwardPhase);
        }

        _forwardBatch = batch;
    }

    /// <summary>For a model without a loss: computes the gradients of a sum of outputs by the parameters, after <see cref="Forward(ReadOnlySpan{float}, Span{float})"/>.</summary>
    /// <param name="outputGradients">The gradient by each output of the last forward pass.</param>
    /// <param name="inputGradients">Receives the gradient by the inputs; may be empty.</param>
    /// <remarks>The parameters must still be those of the forward pass.</remarks>
    /// <exception cref="InvalidOperationException">No forward pass went before, or the model has several outputs.</exception>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Backward(ReadOnlySpan<float> outputGradients, Span<float> inputGradients = default)
    {
        using Gate.Use use = _gate.Enter();
        CheckForward();
        CheckOneOutput(nameof(Backward));
        CheckLength(outputGradients.Length, _forwardBatch, Description.OutputSize, "outputs", nameof(outputGradients));
        fixed (float* dy = outputGradients)
        {
            Backward(dy, null, inputGradients, parameters: true);
        }
    }

    /// <summary>For a model without a loss: computes the gradients of a sum over all outputs by the parameters, after <see cref="Forward(ReadOnlySpan{float}, OutputSet)"/>.</summary>
    /// <param name="outputGradients">The gradient by each output of the last forward pass, by name.</param>
    /// <param name="inputGradients">Receives the gradient by the inputs; may be empty.</param>
    /// <remarks>The parameters must still be those of the forward pass.</remarks>
    /// <exception cref="InvalidOperationException">No forward pass went before.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the set is another model's or of another batch.</exception>
    public void Backward(OutputSet outputGradients, Span<float> inputGradients = default)
    {
        ArgumentNullException.ThrowIfNull(outputGradients);
        using Gate.Use use = _gate.Enter();
        CheckGradients(outputGradients);
        Backward(outputGradients.Own, outputGradients.Further, inputGradients, parameters: true);
        GC.KeepAlive(outputGradients);
    }

    /// <summary>
    /// As <see cref="Backward(OutputSet, Span{float})"/>, for the gradient by the inputs alone: the parameters' gradients stay as they were, so that this model serves another's training, such as a frozen
    /// network whose features are compared. What sums over the whole batch for large weights is left out; other gradients by weights are still computed on the way and dropped.
    /// </summary>
    /// <param name="outputGradients">The gradient by each output of the last forward pass, by name.</param>
    /// <param name="inputGradients">Receives the gradient by the inputs.</param>
    /// <exception cref="InvalidOperationException">No forward pass went before.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the set is another model's or of another batch.</exception>
    public void BackwardToInputs(OutputSet outputGradients, Span<float> inputGradients)
    {
        ArgumentNullException.ThrowIfNull(outputGradients);
        using Gate.Use use = _gate.Enter();
        CheckGradients(outputGradients);
        CheckLength(inputGradients.Length, _forwardBatch, Description.InputSize, "images", nameof(inputGradients));
        Backward(outputGradients.Own, outputGradients.Further, inputGradients, parameters: false);
        GC.KeepAlive(outputGradients);
    }

    private void Backward(float* own, float** further, Span<float> inputGradients, bool parameters)
    {
        if (inputGradients.Length > 0)
        {
            CheckLength(inputGradients.Length, _forwardBatch, Description.InputSize, "images", nameof(inputGradients));
        }

        fixed (float* dx = inputGradients)
        {
            _training!.SetGradients(own, further, dx);
            RunBackward(Layout.FirstBackwardPhase, parameters);
        }

        _forwardBatch = 0;
    }

    /// <summary>Runs the phases from one on, and what follows them.</summary>
    /// <param name="first">The phase.</param>
    /// <param name="parameters">Whether for the gradients by the parameters; otherwise those stay as they are.</param>
    private void RunBackward(int first, bool parameters)
    {
        if (parameters)
        {
            _training!.RunPhases(first, Layout.Phases);
            _training.Reduce();
            return;
        }

        _normGradients ??= new NormGradients(Parameters);
        _normGradients.Keep();
        _training!.RunPhases(first, Layout.Phases, parameters: false);
        _normGradients.Restore();
    }

    private void CheckNoLoss()
    {
        if (Layout.Classes >= 0)
        {
            throw new InvalidOperationException($"{Description.Name} ends in a loss: call ComputeGradients or TrainStep with targets instead.");
        }
    }

    private void CheckOneOutput(string method)
    {
        if (Description.Outputs.Count > 1)
        {
            throw new InvalidOperationException($"{Description.Name} has several outputs ({string.Join(", ", Description.Outputs.Select(o => $"\"{o.Name}\""))}): call {method} with an OutputSet.");
        }
    }

    private void CheckForward()
    {
        if (_forwardBatch == 0 || _training is null)
        {
            throw new InvalidOperationException("Backward needs a Forward before it.");
        }
    }

    private void CheckGradients(OutputSet outputGradients)
    {
        CheckForward();
        outputGradients.CheckFor(Description, nameof(outputGradients));
        if (outputGradients.Batch != _forwardBatch)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected gradients for the {_forwardBatch} samples of the forward pass, actual {outputGradients.Batch}"), nameof(outputGradients));
        }
    }
}
