using NetGen;

namespace Captions;

/// <summary>The same scenes with what is in them as targets: each of the things is an equal share of its noun.</summary>
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
        IReadOnlyList<Thing> things = scenes.SceneOf(index).Things;
        foreach (Thing thing in things)
        {
            destination[thing.Noun.Number] += 1f / things.Count;
        }
    }
}
