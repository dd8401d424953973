namespace NetGen;

/// <content>Training on a loss of one's own.</content>
public abstract unsafe partial class Model
{
    private OutputSet? _lossOutputs;
    private OutputSet? _lossGradients;

    /// <summary>For a model without a loss: takes one training step on a loss of one's own.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="loss">Gives the loss's value, and its gradient by each output.</param>
    /// <param name="optimizer">What changes the parameters.</param>
    /// <returns>The value, before the change; no hits.</returns>
    /// <exception cref="InvalidOperationException">The model ends in a loss, or another thread is using it, or the loss took a pass of it by itself.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or a batch norm would see a single value a channel.</exception>
    /// <remarks>After the first step of a batch's size nothing is allocated, but by the loss.</remarks>
    public StepResult TrainStep(ReadOnlySpan<float> inputs, OutputLoss loss, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        using Runtime.Gate.Reservation reservation = Reserve();
        StepResult result = Gradients(inputs, loss, default, parameters: true);
        ApplyGradients(optimizer);
        return result;
    }

    /// <summary>For a model without a loss: computes a loss of one's own over a batch, and its gradients by the parameters, which replace those of the last step.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="loss">Gives the loss's value, and its gradient by each output.</param>
    /// <param name="inputGradients">Receives the gradient by the inputs; may be empty.</param>
    /// <returns>The value; no hits.</returns>
    /// <exception cref="InvalidOperationException">The model ends in a loss, or another thread is using it, or the loss took a pass of it by itself.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or a batch norm would see a single value a channel.</exception>
    public StepResult ComputeGradients(ReadOnlySpan<float> inputs, OutputLoss loss, Span<float> inputGradients = default)
    {
        using Runtime.Gate.Reservation reservation = Reserve();
        return Gradients(inputs, loss, inputGradients, parameters: true);
    }

    /// <summary>For a model without a loss: computes a loss of one's own over a batch, and its gradient by the inputs alone; the parameters' gradients stay as they were.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <param name="loss">Gives the loss's value, and its gradient by each output.</param>
    /// <param name="inputGradients">Receives the gradient by the inputs.</param>
    /// <returns>The value; no hits.</returns>
    /// <exception cref="InvalidOperationException">The model ends in a loss, or another thread is using it, or the loss took a pass of it by itself.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or a batch norm would see a single value a channel.</exception>
    /// <remarks>What <see cref="BackwardToInputs"/> says of the cost holds here.</remarks>
    public StepResult InputGradients(ReadOnlySpan<float> inputs, OutputLoss loss, Span<float> inputGradients)
    {
        using Runtime.Gate.Reservation reservation = Reserve();
        return Gradients(inputs, loss, inputGradients, parameters: false);
    }

    private StepResult Gradients(ReadOnlySpan<float> inputs, OutputLoss loss, Span<float> inputGradients, bool parameters)
    {
        ArgumentNullException.ThrowIfNull(loss);
        CheckNoLoss();
        int batch = CheckBatch(inputs.Length, Description.InputSize, nameof(inputs));
        if (inputGradients.Length > 0 || !parameters)
        {
            CheckLength(inputGradients.Length, batch, Description.InputSize, "images", nameof(inputGradients));
        }

        OutputSet outputs = _lossOutputs ??= new OutputSet(Description);
        OutputSet gradients = _lossGradients ??= new OutputSet(Description);
        Forward(inputs, outputs);
        gradients.Resize(batch);
        gradients.Clear();
        long steps = Steps;
        double value = loss(outputs, gradients);
        if (Steps != steps || _forwardBatch != batch)
        {
            throw new InvalidOperationException($"The loss took a pass of {Description.Name} by itself, between that model's way forward and back.");
        }

        if (parameters)
        {
            Backward(gradients, inputGradients);
        }
        else
        {
            BackwardToInputs(gradients, inputGradients);
        }

        return new StepResult(value, 0, 0);
    }
}
