namespace NetGen.Bench.Models;

/// <summary>The recurrent layer that <c>recurrent</c> measures: 64 steps of 256 features, a state of 256, and targets for each step.</summary>
[Input(Steps, Width, Stepwise = true)]
[LSTM(Units, ReturnSequences = true)]
[MeanSquaredError]
public sealed partial class OneLSTM
{
    public const int Steps = 64;
    public const int Width = 256;
    public const int Units = 256;
}

/// <summary>The same behind words, of which each has 256 features.</summary>
[Input(Steps, Stepwise = true)]
[Embedding(Words, OneLSTM.Width)]
[LSTM(OneLSTM.Units, ReturnSequences = true)]
[MeanSquaredError]
public sealed partial class OneLSTMOfWords
{
    public const int Steps = OneLSTM.Steps;
    public const int Words = 1000;
}
