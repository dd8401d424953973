using Google.Protobuf;

namespace NetGen.TensorBoard;

/// <summary>Protocol-buffer bytes of TensorFlow's <c>Event</c> and of what is in it, written by field numbers (event.proto, summary.proto, histogram.proto).</summary>
internal static class EventMessage
{
    /// <summary>The first event of a file.</summary>
    public static byte[] FileVersion(double wallTime) => Message(output =>
    {
        Double(output, 1, wallTime);
        String(output, 3, "brain.Event:2");
    });

    /// <summary>An event with a summary of one value.</summary>
    /// <param name="wallTime">Seconds since 1970.</param>
    /// <param name="step">The step.</param>
    /// <param name="tag">The value's name.</param>
    /// <param name="writeValue">Writes the rest of the value.</param>
    public static byte[] Summary(double wallTime, long step, string tag, Action<CodedOutputStream> writeValue)
    {
        byte[] value = Message(output =>
        {
            String(output, 1, tag);
            writeValue(output);
        });
        byte[] summary = Message(output => Bytes(output, 1, value));
        return Message(output =>
        {
            Double(output, 1, wallTime);
            Int64(output, 2, step);
            Bytes(output, 5, summary);
        });
    }

    /// <summary>The <c>simple_value</c> of a value.</summary>
    public static void Scalar(CodedOutputStream output, float value)
    {
        output.WriteTag(2, WireFormat.WireType.Fixed32);
        output.WriteFloat(value);
    }

    /// <summary>The <c>image</c> of a value.</summary>
    public static void Image(CodedOutputStream output, int width, int height, int channels, byte[] encoded) => Bytes(output, 4, Message(image =>
    {
        Int64(image, 1, height);
        Int64(image, 2, width);
        Int64(image, 3, channels);
        Bytes(image, 4, encoded);
    }));

    /// <summary>The <c>histo</c> of a value, and a description of what was left out.</summary>
    public static void Histogram(CodedOutputStream output, HistogramSummary histogram)
    {
        Bytes(output, 5, Message(histo =>
        {
            Double(histo, 1, histogram.Min);
            Double(histo, 2, histogram.Max);
            Double(histo, 3, histogram.Count);
            Double(histo, 4, histogram.Sum);
            Double(histo, 5, histogram.SumOfSquares);
            Doubles(histo, 6, histogram.Limits);
            Doubles(histo, 7, histogram.Counts);
        }));
        if (histogram.LeftOut > 0)
        {
            string description = FormattableString.Invariant($"{histogram.LeftOut} of {histogram.LeftOut + histogram.Count} values are NaN or infinite and left out");
            Bytes(output, 9, Message(metadata => String(metadata, 3, description)));
        }
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using MemoryStream bytes = new();
        using (CodedOutputStream output = new(bytes, leaveOpen: true))
        {
            write(output);
        }

        return bytes.ToArray();
    }

    private static void Double(CodedOutputStream output, int field, double value)
    {
        output.WriteTag(field, WireFormat.WireType.Fixed64);
        output.WriteDouble(value);
    }

    private static void Int64(CodedOutputStream output, int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }

    private static void String(CodedOutputStream output, int field, string value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
    }

    private static void Doubles(CodedOutputStream output, int field, IReadOnlyList<double> values)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteLength(values.Count * sizeof(double));
        foreach (double value in values)
        {
            output.WriteDouble(value);
        }
    }

    private static void Bytes(CodedOutputStream output, int field, byte[] value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(UnsafeByteOperations.UnsafeWrap(value));
    }
}
