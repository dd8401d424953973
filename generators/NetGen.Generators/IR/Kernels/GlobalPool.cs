using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A kernel over all pixels of each image, or over the steps that each sequence has.</summary>
internal abstract record GlobalPoolKernel : PixelKernel
{
    /// <summary>How the number of a sequence's steps lies; null where all pixels count.</summary>
    public Plane? Lengths { get; init; }

    /// <summary>The vectors beside the pixels.</summary>
    protected abstract IEnumerable<(string Name, Plane Plane)> Vectors { get; }

    protected override NameParts NameParts => $"{Bordered:_rows}{Lengths is not null:_lengths}";

    /// <summary>What is left of <see cref="Lengths"/> in the body.</summary>
    protected Plane? UnsizedLengths => Lengths is null ? null : Plane.Unsized(false);

    /// <summary>Where sequences have steps of their own number, that.</summary>
    protected IEnumerable<Port> OwnSteps => Lengths is null ? [] : [Port.Read("lengths")];

    public override EquatableArray<Size> Sizes => base.Sizes
        .Select(s => Lengths is not null && s.Name == "pixels" ? s with { Name = "steps" } : s)
        .Concat(Vectors.Select(v => new Size($"{v.Name}Image", v.Plane.Image)))
        .Concat(Lengths is null ? [] : [new Size("lengthsImage", Lengths.Image)])
        .ToEquatableArray();
}
