using System.CommandLine;
using System.Globalization;

namespace NetGen.Bench.Modes;

/// <summary>A 3×3 convolution over square images.</summary>
internal readonly record struct ConvolutionShape(int Inputs, int Outputs, int Size);

/// <summary>The options of modes that measure convolutions of several shapes with several numbers of images.</summary>
internal sealed class ShapeOptions(string shapes, string images)
{
    private readonly Option<string> _shapes = new("--shapes") { Description = "Input channels × output channels × size, separated by commas.", DefaultValueFactory = _ => shapes };
    private readonly Option<string> _images = new("--images") { Description = "Images of a call, separated by commas.", DefaultValueFactory = _ => images };
    private readonly Option<double> _seconds = new("--seconds") { Description = "Time of a round, in seconds.", DefaultValueFactory = _ => 0.1 };

    /// <summary>Gives a command the options and what it does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="heading">Writes the table's heading.</param>
    /// <param name="measure">Measures a shape with each number of images, and writes a line each.</param>
    public void AddTo(Command command, Action heading, Action<ConvolutionShape, int[], double> measure)
    {
        command.Options.Add(_shapes);
        command.Options.Add(_images);
        command.Options.Add(_seconds);
        command.SetAction(arguments =>
        {
            int[][] all = [.. arguments.GetValue(_shapes)!.Split(',').Select(shape => Numbers(shape, 'x'))];
            int[] counts = Numbers(arguments.GetValue(_images)!, ',');
            if (counts.Length == 0 || all.Any(s => s.Length != 3))
            {
                Console.Error.WriteLine("--shapes needs shapes such as 64x64x56, --images whole numbers from 1, separated by commas");
                return 2;
            }

            heading();
            foreach (int[] shape in all)
            {
                measure(new ConvolutionShape(shape[0], shape[1], shape[2]), counts, arguments.GetValue(_seconds));
            }

            return 0;
        });
    }

    /// <summary>Whole numbers from 1; none where a piece is something else.</summary>
    private static int[] Numbers(string text, char between)
    {
        string[] pieces = text.Split(between);
        int[] numbers = [.. pieces.Where(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n > 0).Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
        return numbers.Length == pieces.Length ? numbers : [];
    }
}
