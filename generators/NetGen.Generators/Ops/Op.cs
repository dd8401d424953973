namespace NetGen.Generators.Ops;

/// <summary>
/// A primitive operation. Each op is one partial class, spread over the rooms in files of the same name: <c>Parsing/Conv.cs</c> reads
/// the attribute, <c>Shapes/Conv.cs</c> infers the output, <c>Planning/Conv.cs</c> lowers value and
/// gradient to kernel calls, and <c>Emission/Conv.cs</c> holds the kernels.
/// </summary>
internal abstract class Op
{
    /// <summary>The attribute's name without its ending.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it is a loss, which ends a model.</summary>
    public virtual bool IsLoss => false;

    // Parsing

    /// <summary>The settings from the attribute's arguments, with the defaults of the contract.</summary>
    public abstract Spec Read(ArgumentReader arguments);

    // Graph

    /// <summary>Whether each value of the output is one of the input's, or a multiple: dropout and what only rearranges.</summary>
    public virtual bool KeepsValues => false;

    /// <summary>For a loss: the activations that it applies itself, so that it takes logits; the first is the one it applies.</summary>
    public virtual string[] Activations => [];

    // Shapes

    /// <summary>The output's shape, or null after a report of what does not fit.</summary>
    public abstract Shape? Infer(ShapeContext context);

    /// <summary>The output's shape where it is the same for any input that fits; null where the input has a say in it.</summary>
    public virtual Shape? OutputOfAny(Spec spec) => null;

    /// <summary>The parameters and buffers, for inputs that fit.</summary>
    public virtual EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs) => EquatableArray<ParameterDeclaration>.Empty;

    /// <summary>Multiplications with addition for one image.</summary>
    public virtual long Macs(Node node, EquatableArray<Shape> inputs, Shape output) => 0;

    // Planning

    /// <summary>The border of zeros that the forward kernel reads around an input.</summary>
    public virtual Halo InputHalo(ShapedNode node, int input) => Halo.None;

    /// <summary>The border of zeros that the backward kernels read around the output's gradient.</summary>
    public virtual Halo GradientHalo(ShapedNode node) => Halo.None;

    /// <summary>Whether the forward and backward kernels take an input of any pitch, so that an RGB image need not be padded to 16 channels.</summary>
    public virtual bool TakesAnyPitch => false;

    /// <summary>Whether the kernel can apply an activation to what it writes.</summary>
    public virtual bool FusesActivation => false;

    /// <summary>Whether a batch norm that follows can be folded into the weights at inference.</summary>
    public virtual bool FoldsBatchNorm => false;

    /// <summary>Whether the op is, at inference, a factor and a summand for each channel that a producer can take into its weights.</summary>
    public virtual bool FoldsIntoProducer => false;

    /// <summary>The activation that a producer may apply instead of this op; null for ops that are none.</summary>
    public virtual Activation? AsActivation(Spec spec) => null;

    /// <summary>Whether a ReLU after it acts as if it stood before: true of norms, sums, pools and dropout. It decides how weights start.</summary>
    public virtual bool KeepsSign => false;

    /// <summary>Whether the op does nothing to its input's bytes in this plan, so that its output is its input's buffer.</summary>
    public virtual bool IsIdentity(ShapedNode node, bool training) => false;

    /// <summary>
    /// Whether the sum over the batch of the gradient by the input is zero by construction, so that a bias before the op has no gradient.
    /// </summary>
    public virtual bool TakesOffMean => false;

    /// <summary>Whether training needs more than one value a channel: statistics of a single one say nothing.</summary>
    public virtual bool NeedsSeveralValues => false;

    /// <summary>Whether the op passes its output's gradient to every input as it is.</summary>
    public virtual bool PassesGradient => false;

    /// <summary>For a loss: whether its targets are class labels; otherwise they are floats.</summary>
    public virtual bool TakesLabels => false;

    /// <summary>For a loss: the routine of the run-time library that evaluates it over outputs in PyTorch's layout, and its literals.</summary>
    public virtual RuntimeCall? Evaluation(ShapedNode node) => null;

    /// <summary>Adds the calls that compute the output; for a loss, the loss and the gradient by its input.</summary>
    public virtual void Forward(Lowering lowering, ShapedNode node) => throw new InvalidOperationException($"{Name} is not lowered.");

    /// <summary>Adds the calls that compute the gradients by the inputs and by the parameters.</summary>
    public virtual void Backward(Lowering lowering, ShapedNode node) => throw new InvalidOperationException($"{Name} is not lowered.");
}
