namespace System.Runtime.CompilerServices;

/// <summary>What marks a handler of <c>$"…"</c>, which netstandard2.0 does not have.</summary>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;

/// <summary>What hands a handler of <c>$"…"</c> the object that the text is for, which netstandard2.0 does not have.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class InterpolatedStringHandlerArgumentAttribute(string argument) : Attribute
{
    public string[] Arguments { get; } = [argument];
}
