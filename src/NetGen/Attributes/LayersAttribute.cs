using System.Diagnostics.CodeAnalysis;

namespace NetGen;

/// <summary>
/// Layers of a block that depend on its arguments: attributes as on a model, in a text, with expressions of the block's parameters
/// where a model has constants. The block has the shapes of its layers. In PyTorch the body of a module's <c>__init__</c> and <c>forward</c>.
/// </summary>
/// <remarks>
/// Expressions are C#'s: numbers, <c>true</c>, <c>false</c>, texts, <c>+ - * / % == != &lt; &lt;= &gt; &gt;= &amp;&amp; || !</c>,
/// <c>a ? b : c</c>, <c>(int)</c>, <c>(float)</c>, <c>Math</c>'s <c>Min</c>, <c>Max</c>, <c>Abs</c>, <c>Floor</c>, <c>Ceiling</c>, <c>Round</c>, <c>Sqrt</c>, <c>Pow</c> and <c>Log2</c>, and of arrays
/// <c>[a, b]</c>, <c>widths[i]</c>, <c>widths[^1]</c> and <c>widths.Length</c>. They may name the constructor's parameters, the settable properties, and <c>C</c>, <c>H</c> and <c>W</c>: the
/// channels, height and width of the block's input (a feature vector has H = W = 1). A text gives names of its own a value, <c>int half = filters / 2;</c>, and changes it,
/// <c>half += 8;</c>; what is declared between braces is known there. Layers can stand under <c>if (…) { … } else { … }</c>, <c>for (int i = 0; i &lt; depth; i++) { … }</c> (at most 10,000 rounds)
/// and <c>foreach (int width in widths) { … }</c>.
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
