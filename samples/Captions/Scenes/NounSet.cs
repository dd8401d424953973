using NetGen;

namespace Captions;

/// <summary>The same scenes with what is in them as targets: 1 for the noun of each of the things.</summary>
/// <param name="scenes">The scenes.</param>
internal sealed class NounSet(SceneSet scenes) : Dataset(Namer.Info.InputShape, labelSize: 0, targetSize: Noun.Count)
{
    public override int Count => scenes.Count;

    public override void CopyInput(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, InputSize);
        scenes.CopyPicture(index, destination);
    }

    public override void CopyTargets(int index, Span<float> destination)
    {
        CheckCopy(index, destination.Length, TargetSize);
        destination.Clear();
        foreach (Thing thing in scenes.SceneOf(index).Things)
        {
            destination[thing.Noun.Number] = 1;
        }
    }
}
