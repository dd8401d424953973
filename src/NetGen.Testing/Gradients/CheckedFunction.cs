namespace NetGen.Testing;

/// <summary>The function whose gradients are checked: a model's loss for a batch, or without a loss a random linear functional of its outputs.</summary>
internal sealed class CheckedFunction
{
    private readonly float[] _input;
    private readonly float[] _inputGradient;
    private readonly bool[] _isWord;

    /// <summary>Draws a batch.</summary>
    public CheckedFunction(Model model, GradientCheckOptions options)
    {
        // Each has numbers of its own.
        _input = Numbers(options.Batch * model.Description.InputSize, options.Seed ^ 0x66);
        _isWord = DrawWords(model.Description, options.Seed ^ 0x77);
        _inputGradient = new float[_input.Length];
        if (model.Description.Outputs.Count > 1)
        {
            (Compute, Value) = CheckedOutputs.Of(model, options, _input, _inputGradient);
            return;
        }

        float[] output = new float[options.Batch * model.Description.OutputSize];
        string loss = model.Description.Layers[^1].Kind;
        if (LabelsOf(loss, model.Description.OutputShape, output.Length) is { } labels)
        {
            Compute = () => model.ComputeGradients(_input, labels, output, _inputGradient);
            Value = () => model.ComputeGradients(_input, labels).Loss;
        }
        else if (TargetsOf(loss, output.Length, options.Seed ^ 0x6b) is { } targets)
        {
            Compute = () => model.ComputeGradients(_input, targets, output, _inputGradient);
            Value = () => model.ComputeGradients(_input, targets).Loss;
        }
        else
        {
            float[] functional = Numbers(output.Length, options.Seed ^ 0x64);
            Compute = () =>
            {
                model.Forward(_input, output);
                model.Backward(functional, _inputGradient);
            };
            Value = () =>
            {
                model.Forward(_input, output);
                return Product(output, functional);
            };
        }
    }

    /// <summary>Computes it.</summary>
    public Func<double> Value { get; }

    private Action Compute { get; }

    /// <summary>The batch, to move values of.</summary>
    public Span<float> Input() => _input;

    /// <summary>Whether a value of the batch is the number of a word or of steps, which cannot be moved.</summary>
    public bool IsWord(int value) => _isWord[value];

    /// <summary>Computes the gradients: those by the input, which are returned, and those of the parameters.</summary>
    public float[] Gradients()
    {
        Compute();
        return [.. _inputGradient];
    }

    /// <summary>Draws whole numbers where the model reads those of words or of steps, and says where that is.</summary>
    private bool[] DrawWords(ModelInfo info, ulong seed)
    {
        RandomSource random = new(seed);
        bool[] isWord = new bool[_input.Length];
        for (int sample = 0; sample < _input.Length; sample += info.InputSize)
        {
            int start = sample;
            foreach (TensorInfo input in info.Inputs)
            {
                for (int i = start; i < start + input.Size && input.Words > 0; i++)
                {
                    (_input[i], isWord[i]) = (random.Next(input.Words), true);
                }

                if (input.MaxLength > 0)
                {
                    (_input[start], isWord[start]) = (1 + random.Next(input.MaxLength), true);
                }

                start += input.Size;
            }
        }

        return isWord;
    }

    private static bool Is(string kind, string name) => kind == name || kind.StartsWith(name + "(", StringComparison.Ordinal);

    /// <summary>Whether it is a dice loss of regions that may overlap, which takes a probability for each value.</summary>
    private static bool IsOfRegions(string loss) => Is(loss, "Dice") && loss.Contains("Sigmoid = true", StringComparison.Ordinal);

    /// <summary>Labels of a loss that takes classes; null for other layers.</summary>
    internal static int[]? LabelsOf(string loss, IReadOnlyList<int> shape, int count)
    {
        if (Is(loss, "CTC"))
        {
            // Half as many labels as steps, so that each may need a blank before it.
            int length = (shape[0] + 1) / 2;
            return [.. Enumerable.Range(0, count / shape[1]).Select(i => i % shape[0] < length ? 1 + (i * 7 % (shape[1] - 1)) : -1)];
        }

        if (!Is(loss, "SoftmaxCrossEntropy") && (!Is(loss, "Dice") || IsOfRegions(loss)))
        {
            return null;
        }

        // Of a sequence each step has a value for each class: (steps, classes).
        int classes = shape.Count == 2 ? shape[1] : shape[0];
        return [.. Enumerable.Range(0, count / classes).Select(i => ((i * 7) + 1) % classes)];
    }

    /// <summary>Targets of a loss that compares with floats: for binary cross-entropy probabilities; null for other layers.</summary>
    internal static float[]? TargetsOf(string loss, int count, ulong seed)
    {
        float[] targets = Numbers(count, seed);
        return Is(loss, "BinaryCrossEntropy") || IsOfRegions(loss) ? [.. targets.Select(t => (t + 1) / 2)]
            : Is(loss, "MeanSquaredError") || Is(loss, "Huber") || Is(loss, "SmoothL1") ? targets
            : null;
    }

    internal static double Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (double)a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Numbers from −1 to 1.</summary>
    internal static float[] Numbers(int count, ulong seed)
    {
        RandomSource random = new(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (2 * random.NextSingle()) - 1;
        }

        return values;
    }
}
