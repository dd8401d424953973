using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// A kernel by what it computes and the shapes it depends on: two layers with equal records share one method. A kernel walks the images of a chunk,
/// unless <see cref="Work"/> says otherwise.
/// </summary>
internal abstract record Kernel
{
    private const string Suffix = "Kernel";

    /// <summary>Multiplications for an image that are worth sharing: they take some microseconds, and so some times what threads need to meet.</summary>
    private const long LeastEffort = 256 * 1024;

    /// <summary>Multiplications that take as long as a float on its way from and to memory.</summary>
    protected const long FloatEffort = 16;

    private string? _name;

    protected Kernel()
    {
    }

    /// <summary>What <c>with</c> copies, which is not the name: the copy has another.</summary>
    protected Kernel(Kernel original) => _name = null;

    /// <summary>The method's name: the op, and the fields that tell its kernels apart. Unique for the record's values.</summary>
    public string Name => _name ??= Title + NameParts.ToString();

    /// <summary>What a call hands over, in order, before its sizes.</summary>
    public abstract EquatableArray<Port> Ports { get; }

    /// <summary>The kernel without a layer's sizes: what is emitted, once for all layers whose kernels differ in nothing else.</summary>
    public virtual Kernel Body => this;

    /// <summary>The sizes that a call hands over after its ports.</summary>
    public virtual EquatableArray<Size> Sizes => EquatableArray<Size>.Empty;

    /// <summary>What a call works on.</summary>
    public virtual KernelWork Work => KernelWork.Chunk;

    /// <summary>Whether several threads can do a call together: its last parameters then say which part of how many it is asked for.</summary>
    public virtual bool IsShareable => false;

    /// <summary>Whether a call reads all of its packed weights; otherwise some rows of a table.</summary>
    public virtual bool ReadsAllWeights => true;

    /// <summary>Multiplications for an image that a kernel which can be shared is worth.</summary>
    public virtual long Effort => 0;

    /// <summary>Whether a part of a call reads only what it writes itself, where the call reads and writes the same memory.</summary>
    public virtual bool ReadsOwnPlaces => false;

    /// <summary>Whether a call takes long enough to be shared.</summary>
    public virtual bool IsWorthSharing => Effort >= LeastEffort;

    /// <summary>What the name begins with: the record's own, where one record is not the kernel of several ops.</summary>
    protected virtual string Title
    {
        get
        {
            string type = GetType().Name;
            return type.Substring(0, type.Length - Suffix.Length);
        }
    }

    /// <summary>What follows in the name: which fields, in which order. How each is written, the type says.</summary>
    protected virtual NameParts NameParts => $"";

    /// <summary>The name takes no part: it follows from the other fields.</summary>
    public virtual bool Equals(Kernel? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();

    public sealed override string ToString() => Name;
}
