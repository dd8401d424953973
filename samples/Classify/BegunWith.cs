using NetGen;

namespace Classify;

/// <summary>Keeps in a checkpoint how many parameters a file gave, since the rates of the rest of the training depend on it.</summary>
/// <param name="pretrained">How many they are.</param>
internal sealed class BegunWith(int pretrained) : TrainingCallback
{
    private const string Key = "pretrained";

    public override void Capture(CallbackMemory memory) => memory.Write(Key, pretrained);

    public override void Restore(CallbackMemory memory)
    {
        int before = (int)memory.ReadNumber(Key);
        if (before != pretrained)
        {
            throw new FormatException(FormattableString.Invariant($"expected a --pretrained that {before} parameters come from, as in the beginning, actual {pretrained}"));
        }
    }
}
