using System.ComponentModel;
using System.Globalization;
using NetGen.Runtime;

namespace NetGen;

/// <content>A network that is compiled for several sizes of images.</content>
public abstract unsafe partial class Model
{
    private readonly Model? _whole;
    private readonly Lock _sizing = new();
    private Model?[] _sized = [];

    /// <summary>Makes a network for a further size of images, which shares all that is learned with the model of the first size; none of its parameters are drawn.</summary>
    /// <param name="whole">The model of the first size.</param>
    /// <param name="description">What the compiler knows of this size.</param>
    /// <param name="code">What was generated for it.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [CLSCompliant(false)]
    protected Model(Model whole, ModelInfo description, ModelCode code)
    {
        ArgumentNullException.ThrowIfNull(whole);
        Description = description;
        Code = code;
        _whole = whole;
        _gate = whole._gate;
        Parameters = whole.Parameters;
        code.Model = this;
    }

    /// <summary>
    /// This network for images of another size that it is declared for (<see cref="InputAttribute.Sizes"/>): a model whose inputs and outputs are of that size, and which predicts, trains and evaluates as any does.
    /// PyTorch's modules take any size as they are; here each is compiled by itself.
    /// </summary>
    /// <param name="height">The height of the images.</param>
    /// <param name="width">The width of the images.</param>
    /// <returns>
    /// The model of that size: at the first one that is declared the object that was constructed, else one that is made when it is first asked for, and the same from then on. All of them have one set of parameters, gradients
    /// and running statistics, one count of steps, the same <see cref="Threads"/>, <see cref="Shards"/> and <see cref="FreezeBatchNorm"/>, and one file; each has a workspace and packed weights of its own.
    /// </returns>
    /// <exception cref="ArgumentException">The network is not declared for that size; the message lists those that it is.</exception>
    /// <remarks>
    /// Models of one network do one thing at a time together, since a step at any size changes what all compute with. May be called from any thread. To dispose of the first disposes of all;
    /// to dispose of another does nothing.
    /// </remarks>
    public Model ForSize(int height, int width)
    {
        Model whole = _whole ?? this;
        ImageSize size = new(height, width);
        int place = whole.Description.PlaceOf(size, nameof(height));
        if (place == 0)
        {
            return whole;
        }

        lock (whole._sizing)
        {
            if (whole._sized.Length == 0)
            {
                whole._sized = new Model?[whole.Description.Sizes.Count];
            }

            return whole._sized[place] ??= whole.CreateForSize(place);
        }
    }

    /// <summary>Makes the model of a further size; models of one size have none.</summary>
    /// <param name="size">Its place among <see cref="ModelInfo.Sizes"/>.</param>
    /// <returns>The model.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual Model CreateForSize(int size) =>
        throw new ArgumentOutOfRangeException(nameof(size), size, string.Create(CultureInfo.InvariantCulture, $"expected one of the {Description.Sizes.Count} sizes of {Description.Name}, actual {size}"));
}
