using System.Globalization;
using NetGen.Generators.Text;
using Shouldly;
using Xunit;

namespace NetGen.Generators.Tests.Text;

public class CodeWriterTests
{
    [Fact]
    public void Lines_AreIndented_AndEmptyOnesStayEmpty()
    {
        CodeWriter code = new();
        using (code.Braces("class A"))
        {
            code.Line("int b;").Line().Line($"int {"c"};");
            code.Line("   ");
        }

        code.Finish().ShouldBe("class A\n{\n    int b;\n\n    int c;\n\n}\n");
    }

    [Fact]
    public void LineEnds_InTextsAndValues_GoOnIndented_WithoutSpacesAtTheEnd()
    {
        CodeWriter code = new();
        using (code.Indent())
        {
            code.Line("a \r\nb").Line($"<{"c  \nd"}>");
        }

        code.Finish().ShouldBe("    a\n    b\n    <c\n    d>\n");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(-10)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Numbers_ReadBack_InEveryCulture(long number)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("sv-SE") { NumberFormat = { NegativeSign = "−" } };
            CodeWriter code = new();
            code.Line($"{number} {(int)(number % 100)} {(object)number}");
            code.Finish().ShouldBe(FormattableString.Invariant($"{number} {(int)(number % 100)} {number}\n"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Words_StandInOneLine()
    {
        CodeWriter code = new();
        code.Words(3, i => code.Word($"a{i};"));
        code.Finish().ShouldBe("a0; a1; a2;\n");
    }

    [Fact]
    public void AnotherWritersLines_FollowUpToTheLastThatIsNotEmpty()
    {
        CodeWriter code = new();
        using (code.Braces("{"))
        {
            CodeWriter other = code.Beside();
            other.Line("a();").Line();
            code.Line("b();").Append(other);
        }

        code.Finish().ShouldBe("{\n{\n    b();\n    a();\n}\n");
    }
}
