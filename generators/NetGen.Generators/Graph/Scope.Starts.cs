using System.Globalization;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.Generators.Graph;

/// <content>What layers say of how their weights start.</content>
internal sealed partial class Scope
{
    /// <summary>How a layer's weight starts, where it says so; null where that is decided for it, or after a report.</summary>
    private WeightStart? StartOf(LayerDeclaration declaration, Spec spec)
    {
        ArgumentReader arguments = new(declaration);
        Init init = (Init)arguments.Int("Init");
        WeightStart start = new(init, arguments.Float("InitScale", 1), arguments.Float("InitMean"));
        if (init is < Init.Default or > Init.Orthogonal)
        {
            ReportAt(Rules.SettingOutOfRange.Id, declaration, "Init", "Init", declaration.ShortKind, "one of Init's values", ((int)init).ToString(CultureInfo.InvariantCulture));
            return null;
        }

        // Of a norm's scale there are no inputs to sum over.
        if (spec is BatchNormSpec && init > Init.Uniform)
        {
            ReportAt(Rules.SettingOutOfRange.Id, declaration, "Init", "Init", declaration.ShortKind, "Zeros, Ones, Normal or Uniform", init.ToString());
            return null;
        }

        string title = $"{declaration.ShortKind} with Init.{init}";
        if (arguments.Has("InitScale") && init is Init.Default or Init.Zeros or Init.Ones)
        {
            ReportAt(Rules.SettingWithoutMeaning.Id, declaration, "InitScale", title, "InitScale");
        }
        else if (!(start.Scale > 0 && start.Scale < float.PositiveInfinity))
        {
            // Written so that NaN is refused as well.
            ReportAt(Rules.SettingOutOfRange.Id, declaration, "InitScale", "InitScale", declaration.ShortKind, "above 0 and finite", start.Scale.ToString("R", CultureInfo.InvariantCulture));
        }

        if (arguments.Has("InitMean") && init is not (Init.Normal or Init.Uniform))
        {
            ReportAt(Rules.SettingWithoutMeaning.Id, declaration, "InitMean", title, "InitMean");
        }
        else if (float.IsNaN(start.Mean) || float.IsInfinity(start.Mean))
        {
            ReportAt(Rules.SettingOutOfRange.Id, declaration, "InitMean", "InitMean", declaration.ShortKind, "finite", start.Mean.ToString("R", CultureInfo.InvariantCulture));
        }

        return init == Init.Default ? null : start;
    }
}
