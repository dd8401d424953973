namespace NetGen.Generators.Planning;

/// <summary>A max pool over steps: that of an image of one row, whose padding never wins, and so is not read.</summary>
internal sealed class MaxPool1D : MaxPool;
