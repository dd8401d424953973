using NetGen;

namespace Play;

/// <summary>The weights of the layer that adds a value and the advantages over their mean (Wang et al. 2016, equation 9), of which there are none to learn.</summary>
internal static class DuelingSum
{
    /// <summary>The layer's weight in a model with a <see cref="DuelingHeadAttribute"/>.</summary>
    private const string Path = "duelinghead1.sum.weight";

    /// <summary>Gives the layer its weights: of action i, 1 by the value, which comes last, 1 − 1/n by the advantage i, and −1/n by the others.</summary>
    /// <returns>Whether the model has such a layer.</returns>
    public static bool Give(Model model)
    {
        if (!model.Parameters.TryGet(Path, out Parameter? weight))
        {
            return false;
        }

        Span<float> values = weight.Edit();
        int actions = weight.Shape[0];
        for (int i = 0; i < actions; i++)
        {
            Span<float> row = values.Slice(i * (actions + 1), actions + 1);
            row.Fill(-1f / actions);
            row[i] += 1;
            row[actions] = 1;
        }

        return true;
    }

    /// <summary>Keeps the weights from being learnt.</summary>
    public static void Freeze(Optimizer optimizer) => optimizer.Freeze(Path);
}
