namespace NetGen.Generators.Planning;

/// <content>Parts that repeat.</content>
internal sealed partial class Lowering
{
    /// <summary>Adds calls that run several times, or none where that is no time. What adds them is told how far operands step from turn to turn: by 1, or in a single turn not at all.</summary>
    public void Repeat(int turns, Action<int> calls)
    {
        if (turns == 1)
        {
            calls(0);
        }
        else if (turns > 1)
        {
            _builder.StartRepeat(turns);
            calls(1);
            _builder.EndRepeat();
        }
    }
}
