namespace NetGen.CodeFixes.Tests.Support;

/// <summary>A file with mistakes of nine kinds in four models, and the same after all fixes.</summary>
internal static class NineMistakes
{
    public const string Broken = """
        using System;
        using NetGen;

        // Mistakes of nine kinds.
        [Input(3, 16, 16)]
        [Conv(8, 3, Pad = 1)] [ReLU]   // the stem
        [Tag("skip")]
        [Conv(4, 3)] [ReLU]
        [Add("skp")]
        [Flatten]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        [Dropout(0.5f)]
        public sealed class Small;

        public static class Around
        {
            [Input(3)]
            [Input(5)]
            [Dense(4)]
            [Concat("style"), Dense(2)]
            public sealed class Inner;
        }

        [Input(3, 8, 8), Conv(4, 3), Dense(2)]
        public sealed partial class Picture;

        [Input(4)]
        [Linear(4, 2)]
        [Softmax]
        [CrossEntropyLoss]
        public sealed partial class Foreign;

        public static class Program
        {
            public static void Main() =>
                Console.WriteLine(Small.Info.ParameterCount + Around.Inner.Info.ParameterCount + Picture.Info.ParameterCount + Foreign.Info.ParameterCount);
        }
        """;

    public const string Mended = """
        using System;
        using NetGen;

        // Mistakes of nine kinds.
        [Input(3, 16, 16)]
        [Conv(8, 3, Pad = 1)] [ReLU]   // the stem
        [Tag("skip")]
        [Conv(8, 3, Pad = 1)] [ReLU]
        [Add("skip")]
        [Flatten]
        [Dense(2)]
        [Dropout(0.5f)]
        [SoftmaxCrossEntropy]
        public sealed partial class Small;

        public static partial class Around
        {
            [Input(3)]
            [Input(5, Name = "style")]
            [Dense(4)]
            [Concat("style"), Dense(2)]
            public sealed partial class Inner;
        }

        [Input(3, 8, 8), Conv(4, 3), Flatten, Dense(2)]
        public sealed partial class Picture;

        [Input(4)]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public sealed partial class Foreign;

        public static class Program
        {
            public static void Main() =>
                Console.WriteLine(Small.Info.ParameterCount + Around.Inner.Info.ParameterCount + Picture.Info.ParameterCount + Foreign.Info.ParameterCount);
        }
        """;
}
