namespace NetGen.Generators.Graph;

/// <summary>Two 3×3 convolutions with batch norm around a shortcut; the shape stays.</summary>
internal sealed class ResBlock : Block
{
    public override string Name => "ResBlock";

    protected override void Expand(Scope scope, LayerDeclaration layer, Shape input)
    {
        if (input.IsVector)
        {
            scope.Report(Rules.ImageNeeded.Id, layer, Name, $"{input}");
            return;
        }

        scope.Apply("Tag", ("tag", "input"));
        scope.Apply("Conv", ("filters", input.C), ("kernel", 3), ("Pad", 1));
        scope.Apply("BatchNorm");
        scope.Apply("ReLU");
        scope.Apply("Conv", ("filters", input.C), ("kernel", 3), ("Pad", 1));
        scope.Apply("Add", ("tags", "input"));
        scope.Apply("BatchNorm");
        scope.Apply("ReLU");
    }
}
