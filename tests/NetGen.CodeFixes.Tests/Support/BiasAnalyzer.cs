using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.CodeFixes.Tests.Support;

#pragma warning disable RS1036, RS1038, RS1041, RS2008 // It runs in these tests alone.

/// <summary>Reports NG0064 on every convolution's attribute, so that its fix can be tried apart from the rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BiasAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new("NG0064", "Bias", "Bias", "Graph", DiagnosticSeverity.Info, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(
            c =>
            {
                if (((AttributeSyntax)c.Node).Name.ToString() == "Conv")
                {
                    c.ReportDiagnostic(Diagnostic.Create(s_rule, c.Node.GetLocation()));
                }
            },
            SyntaxKind.Attribute);
    }
}
