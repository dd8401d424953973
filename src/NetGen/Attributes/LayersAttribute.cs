using System.Diagnostics.CodeAnalysis;

namespace NetGen;

/// <summary>
/// Layers of a block that depend on its arguments: attributes as on a model, in a text, with expressions of the block's parameters
/// where a model has constants. The block has the shapes of its layers. In PyTorch the body of a module's <c>__init__</c> and <c>forward</c>.
/// </summary>
/// <remarks>
/// Expressions are C#'s: numbers, <c>true</c>, <c>false</c>, texts, <c>+ - * / % == != &lt; &lt;= &gt; &gt;= &amp;&amp; || !</c>,
/// <c>a ? b : c</c>, <c>Math.Min</c>, <c>Math.Max</c>. They may name the constructor's parameters, the settable properties, and <c>C</c>, <c>H</c> and <c>W</c>: the
/// channels, height and width of the block's input (a feature vector has H = W = 1). Layers can stand under <c>if (…) { … } else { … }</c>.
/// A block refuses arguments that make no network with a text, <c>if (depth &lt; 1) { throw "depth must be at least 1, but is " + depth; }</c>, which the
/// compiler reports at the use.
/// The names of layers are looked up in the block's namespace, in those around it, and in NetGen; others are written in full.
/// </remarks>
/// <param name="text">The layers.</param>
public sealed class LayersAttribute([StringSyntax("C#")] string text) : LayerAttribute
{
    /// <summary>The layers.</summary>
    public string Text { get; } = text;
}
