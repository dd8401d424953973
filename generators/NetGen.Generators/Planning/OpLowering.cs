using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>Lowers the value and the gradients of one op to kernel calls, and says what may be fused with it.</summary>
internal abstract class OpLowering
{
    /// <summary>What computes a layer: the op's own lowering, or one of its algorithms.</summary>
    public virtual OpLowering Choose(AlgorithmRequest request) => this;

    /// <summary>The border of zeros that the forward kernel reads around an input.</summary>
    public virtual Halo InputHalo(ShapedNode node, int input) => Halo.None;

    /// <summary>The border of zeros that the backward kernels read around the output's gradient.</summary>
    public virtual Halo GradientHalo(ShapedNode node) => Halo.None;

    /// <summary>Whether the forward and backward kernels take an input of any pitch, so that an RGB image need not be padded to 16 channels.</summary>
    public virtual bool TakesAnyPitch => false;

    /// <summary>The same for one of several inputs, where they are read differently.</summary>
    public virtual bool TakesAnyPitchAt(int input) => TakesAnyPitch;

    /// <summary>Whether the kernel can apply an activation to what it writes.</summary>
    public virtual bool FusesActivation => false;

    /// <summary>Whether the op sums its inputs.</summary>
    public virtual bool IsSum => false;

    /// <summary>Whether the kernel can add another value to what it writes, before the activation.</summary>
    public virtual bool FusesSum => false;

    /// <summary>Whether the op's kernel can compute the depthwise convolution that it reads as well, row by row.</summary>
    public virtual bool TakesDepthwise(ShapedNode node) => false;

    /// <summary>Whether the op is a depthwise convolution that its only reader may compute as well (<see cref="TakesDepthwise"/>).</summary>
    public virtual bool JoinsReader(ShapedNode node) => false;

    /// <summary>Whether the backward kernels apply the gradient of a fused activation themselves, from the op's input.</summary>
    public virtual bool MasksGradient => false;

    /// <summary>Whether a norm that follows can be folded into the weights at inference.</summary>
    public virtual bool FoldsNorm => false;

    /// <summary>The op as a norm that a producer can take into its weights at inference; null for ops that are none.</summary>
    public virtual FoldedNorm? AsFoldedNorm(ShapedNode node) => null;

    /// <summary>The activation that a producer may apply instead of this op; null for ops that are none.</summary>
    public virtual Activation? AsActivation(Spec spec) => null;

    /// <summary>
    /// Whether the choice of how weights start looks past the op for the nonlinearity that follows: true of norms, sums, pools and dropout, behind
    /// which a ReLU halves a layer's variance as if it stood before them.
    /// </summary>
    public virtual bool GainLooksPast => false;

    /// <summary>Whether the op does nothing to its input's bytes in this plan, so that its output is its input's buffer.</summary>
    public virtual bool IsIdentity(ShapedNode node, bool training) => false;

    /// <summary>
    /// Whether the sum over the batch of the gradient by the input is zero by construction, so that a bias before the op has no gradient.
    /// </summary>
    public virtual bool TakesOffMean => false;

    /// <summary>Whether training needs the whole batch at once, so that phases end at the op.</summary>
    public virtual bool EndsPhases => false;

    /// <summary>Whether training needs more than one value a channel: statistics of a single one say nothing.</summary>
    public virtual bool NeedsSeveralValues => false;

    /// <summary>Floats that training keeps of an image beside the output.</summary>
    public virtual long KeptBeside(ShapedNode node) => 0;

    /// <summary>Floats of a sequence's state that goes from step to step.</summary>
    public virtual int StateSize(ShapedNode node) => 0;

    /// <summary>How often the op goes through its weights for the images of a chunk.</summary>
    public virtual int Turns(ShapedNode node) => 1;

    /// <summary>Whether the op passes its output's gradient to every input as it is.</summary>
    public virtual bool PassesGradient => false;

    /// <summary>Whether the backward kernel adds up a gradient that lies in two parts (<see cref="Lowering.TakePart"/>).</summary>
    public virtual bool AddsParts => false;

    /// <summary>For a loss: the routine of the run-time library that evaluates it over outputs in PyTorch's layout.</summary>
    public virtual LossRoutine? Evaluation(ShapedNode node) => null;

    /// <summary>Adds the calls that compute the output; for a loss, the loss and the gradient by its input.</summary>
    public abstract void Forward(Lowering lowering, ShapedNode node);

    /// <summary>Adds the calls that compute the gradients by the inputs and by the parameters. A loss has its gradient from <see cref="Forward"/>.</summary>
    public virtual void Backward(Lowering lowering, ShapedNode node) => throw new InvalidOperationException($"{GetType().Name} has no gradient of its own.");
}
