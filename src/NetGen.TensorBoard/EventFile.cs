using System.Globalization;
using System.Text;
using Google.Protobuf;

namespace NetGen.TensorBoard;

/// <summary>Writes one of TensorBoard's event files: scalars, pictures and histograms of a run, each with its step and time.</summary>
/// <remarks>
/// <para>
/// Each file is a new one, <c>events.out.tfevents.&lt;seconds since 1970&gt;.&lt;host&gt;.&lt;process&gt;.&lt;number&gt;</c>. TensorBoard shows the files of a folder as one run. An
/// event goes to the system in one write as soon as it is told, so that a reader sees whole events at any time; <see cref="Flush"/> and <see cref="Dispose"/> bring them to the disk. One
/// thread at a time.
/// </para>
/// <para>The format: TensorFlow's record_writer.h (frames and check sums), event.proto, summary.proto and histogram.proto.</para>
/// </remarks>
public sealed class EventFile : IDisposable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static int s_files;

    private readonly TimeProvider _clock;
    private readonly RecordWriter _records;
    private bool _disposed;

    /// <summary>Makes a file.</summary>
    /// <param name="folder">The run's folder, which is made where it does not exist.</param>
    /// <exception cref="ArgumentException">The folder is null or empty.</exception>
    /// <exception cref="IOException">The folder or the file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder takes no new files.</exception>
    public EventFile(string folder)
        : this(folder, TimeProvider.System)
    {
    }

    /// <summary>With a clock of a test's.</summary>
    internal EventFile(string folder, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _clock = clock;
        Directory.CreateDirectory(folder);
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"events.out.tfevents.{clock.GetUtcNow().ToUnixTimeSeconds():D10}.{Environment.MachineName}.{Environment.ProcessId}.{Interlocked.Increment(ref s_files)}");
        Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, name));

        // Without a buffer, which would be written out in the middle of an event.
        _records = new RecordWriter(new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0), Path);
        try
        {
            _records.Write(EventMessage.FileVersion(Now()));
        }
        catch (IOException)
        {
            _records.Dispose();
            throw;
        }
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Writes a number, a point of a curve.</summary>
    /// <param name="tag">The curve's name; TensorBoard groups by what is before a slash.</param>
    /// <param name="step">Where on the curve, 0 or more.</param>
    /// <param name="value">The number. TensorBoard marks those that are NaN or infinite.</param>
    /// <exception cref="ArgumentException">The tag is null, empty or no valid text, or the step is negative.</exception>
    /// <exception cref="IOException">The disk refuses; the file is as it was.</exception>
    public void Scalar(string tag, long step, float value)
    {
        CheckPlace(tag, step);
        Write(tag, step, output => EventMessage.Scalar(output, value));
    }

    /// <summary>Writes a picture.</summary>
    /// <param name="tag">The picture's name.</param>
    /// <param name="step">The step, 0 or more.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="channels">1 for grey, 2 for grey with alpha, 3 for colour, 4 for colour with alpha.</param>
    /// <param name="pngBytes">The PNG file's bytes.</param>
    /// <exception cref="ArgumentException">The tag is null, empty or no valid text, a number is out of range, or the bytes are no PNG file of that size.</exception>
    /// <exception cref="IOException">The disk refuses; the file is as it was.</exception>
    public void Image(string tag, long step, int width, int height, int channels, ReadOnlySpan<byte> pngBytes)
    {
        CheckPlace(tag, step);
        Check.AtLeastOne(width, nameof(width));
        Check.AtLeastOne(height, nameof(height));
        Check.InRange(channels, 1, 4, nameof(channels));
        PngHeader.Check(pngBytes, width, height, nameof(pngBytes));
        byte[] encoded = pngBytes.ToArray();
        Write(tag, step, output => EventMessage.Image(output, width, height, channels, encoded));
    }

    /// <summary>Writes how values are distributed, in TensorFlow's buckets: their limits are ±1e-12 × 1.1^k up to 1e20, and 0.</summary>
    /// <param name="tag">The histogram's name.</param>
    /// <param name="step">The step, 0 or more.</param>
    /// <param name="values">The values. Those that are NaN or infinite are left out, which the histogram's description says.</param>
    /// <returns>How many values were left out.</returns>
    /// <exception cref="ArgumentException">The tag is null, empty or no valid text, the step is negative, or there are no values.</exception>
    /// <exception cref="IOException">The disk refuses; the file is as it was.</exception>
    public int Histogram(string tag, long step, ReadOnlySpan<float> values)
    {
        CheckPlace(tag, step);
        if (values.IsEmpty)
        {
            throw new ArgumentException("expected one value or more, actual none", nameof(values));
        }

        HistogramSummary histogram = new(values);
        Write(tag, step, output => EventMessage.Histogram(output, histogram));
        return histogram.LeftOut;
    }

    /// <summary>Waits until what was written is on the disk.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Flush()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _records.Flush();
    }

    /// <summary>Waits until what was written is on the disk, and closes the file.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        try
        {
            _records.Flush();
        }
        finally
        {
            _records.Dispose();
        }
    }

    private void CheckPlace(string tag, long step)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentException.ThrowIfNullOrEmpty(tag);
        try
        {
            StrictUtf8.GetByteCount(tag);
        }
        catch (EncoderFallbackException e)
        {
            // Google.Protobuf would write another character in its place.
            throw new ArgumentException(FormattableString.Invariant($"expected whole Unicode characters, actual half a surrogate pair at {e.Index}"), nameof(tag), e);
        }

        if (step < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(step), FormattableString.Invariant($"expected a step of 0 or more, actual {step}"));
        }
    }

    private void Write(string tag, long step, Action<CodedOutputStream> writeValue) =>
        _records.Write(EventMessage.Summary(Now(), step, tag, writeValue));

    private double Now() => (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
}
