using System.Diagnostics.CodeAnalysis;

namespace NetGen;

/// <summary>
/// Layers of a block that depend on its arguments: attributes as on a model, in a text, with expressions of the block's parameters
/// where a model has constants.
/// </summary>
/// <remarks>
/// Expressions are C#'s: numbers, <c>true</c>, <c>false</c>, texts, <c>+ - * / % == != &lt; &lt;= &gt; &gt;= &amp;&amp; || !</c>,
/// <c>a ? b : c</c>, <c>Math.Min</c>, <c>Math.Max</c>. They may name the constructor's parameters, the settable properties, and <c>C</c>, <c>H</c> and <c>W</c>: the
/// channels, height and width of the block's input (a feature vector has H = W = 1). Layers can stand under <c>if (…) { … } else { … }</c>,
/// and <c>throw "…";</c> refuses arguments with a message of the block's own, as error NG0040.
/// The names of layers are looked up in the block's namespace, in those around it, and in NetGen; others are written in full.
/// </remarks>
/// <param name="text">The layers.</param>
public sealed class LayersAttribute([StringSyntax("C#")] string text) : LayerAttribute
{
    /// <summary>The layers.</summary>
    public string Text { get; } = text;
}
