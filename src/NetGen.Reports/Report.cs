using System.Text;

namespace NetGen.Reports;

/// <summary>A report as one HTML file that needs no network: curves of one or several runs, tables and pictures, on a light or a dark page as the reader's system is.</summary>
/// <remarks>
/// <para>
/// What is added under a name or a title that is there already takes the other's place, so that a report can be written anew as a training goes on; otherwise it comes after what there is.
/// Charts show their values under the pointer by a small script; without it they are whole all the same. One thread at a time.
/// </para>
/// <para>Texts may hold anything: they are escaped.</para>
/// </remarks>
/// <example><code>
/// Report report = new("Three seeds");
/// report.AddRun("seed 1", result.Epochs);
/// report.AddCsv("seed 2", "two/log.csv");
/// report.AddConfusionMatrix(matrix);
/// report.Save("report.html");
/// </code></example>
public sealed partial class Report
{
    private readonly List<Run> _runs = [];
    private readonly List<Section> _sections = [];

    /// <summary>Makes an empty one.</summary>
    /// <param name="title">The page's title.</param>
    /// <exception cref="ArgumentException">The title is null or blank.</exception>
    public Report(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Title = title;
    }

    /// <summary>The page's title.</summary>
    public string Title { get; }

    /// <summary>A line under the title, such as how far a training is; <see langword="null"/> for none.</summary>
    public string? Status { get; set; }

    /// <summary>After how many seconds an open page loads itself again, for as long as a training goes on; 0 for never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or over a day.</exception>
    public int RefreshSeconds
    {
        get;
        set => field = Check.InRange(value, 0, 86_400, nameof(RefreshSeconds));
    }

    /// <summary>What the inputs of data sets had taken from each channel, on 0 to 1, so that they can be shown; 0 where absent.</summary>
    /// <remarks>Where <see cref="Deviation"/> is absent as well, each input is shown from its smallest value, black, to its largest, white.</remarks>
    public IReadOnlyList<float>? Mean { get; init; }

    /// <summary>What each channel was then divided by; 1 where absent.</summary>
    public IReadOnlyList<float>? Deviation { get; init; }

    /// <summary>The clock that the page's foot tells.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Adds a run's curves. With one run a chart has training and validation, with several it has them all, for training and validation each.</summary>
    /// <param name="name">The run's name, such as a network or a seed.</param>
    /// <param name="epochs">Its epochs in rising order, such as <see cref="TrainingResult.Epochs"/> or <see cref="TrainingState.History"/>.</param>
    /// <exception cref="ArgumentException">The name is null or blank, or an epoch is not over the one before it.</exception>
    public void AddRun(string name, IEnumerable<EpochResult> epochs)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(epochs);
        RunPoint[] points = [.. epochs.Select(e => RunPoint.Of(e ?? throw new ArgumentException("expected epochs, actual a null among them", nameof(epochs))))];
        for (int i = 1; i < points.Length; i++)
        {
            if (points[i].Epoch <= points[i - 1].Epoch)
            {
                throw new ArgumentException(FormattableString.Invariant($"expected an epoch over {points[i - 1].Epoch}, actual {points[i].Epoch}"), nameof(epochs));
            }
        }

        Add(new Run(name, points));
    }

    /// <summary>Adds a run's curves from a file that <see cref="CsvLog"/> wrote.</summary>
    /// <param name="name">The run's name.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">A text is null or blank.</exception>
    /// <exception cref="DataFileException">The file is damaged or no such file; the report is as it was.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void AddCsv(string name, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrEmpty(path);
        Add(new Run(name, CsvLogFile.Read(path)));
    }

    /// <summary>Adds a table of one's own: the first column holds words, the others numbers, which are set flush right.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="columns">The columns' headings, one or more.</param>
    /// <param name="rows">The rows, with as many cells each.</param>
    /// <param name="note">A sentence under the heading; none where <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">The title is null or blank, there is no column, or a row has another number of cells.</exception>
    public void AddTable(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, string? note = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        if (columns.Count == 0)
        {
            throw new ArgumentException("expected one column or more, actual none", nameof(columns));
        }

        List<IReadOnlyList<TableCell>> cells = [];
        foreach (IReadOnlyList<string> row in rows)
        {
            if (row is null || row.Count != columns.Count)
            {
                throw new ArgumentException(FormattableString.Invariant($"row {cells.Count}: expected {columns.Count} cells, actual {row?.Count ?? 0}"), nameof(rows));
            }

            cells.Add([.. row.Select(c => new TableCell(c))]);
        }

        Add(new TableSection(title, [.. columns], cells) { Note = note });
    }

    /// <summary>Adds pictures with a caption each, such as class activation maps over the images they explain.</summary>
    /// <param name="title">Their heading.</param>
    /// <param name="pictures">The pictures, whose files go into the page; small ones are shown enlarged by whole multiples.</param>
    /// <param name="note">A sentence under the heading; none where <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">The title is null or blank, or a picture is null.</exception>
    public void AddPictures(string title, IEnumerable<ReportPicture> pictures, string? note = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(pictures);
        ReportPicture[] all = [.. pictures.Select(p => p ?? throw new ArgumentException("expected pictures, actual a null among them", nameof(pictures)))];
        Add(new PictureSection(title, [new PictureGroup(null, all)], IsSmall: false) { Note = note });
    }

    /// <summary>The page.</summary>
    /// <returns>A whole HTML document.</returns>
    public string ToHtml() => PageWriter.Write(this, _runs, _sections);

    /// <summary>Writes the page to a file, in UTF-8.</summary>
    /// <param name="path">The file to make or replace; a reader sees the old file or the whole new one.</param>
    /// <exception cref="ArgumentException">The path is null or empty.</exception>
    /// <exception cref="IOException">The file cannot be written; the old one, where there was one, is as before.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder takes no new files.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] page = Encoding.UTF8.GetBytes(ToHtml());
        AtomicFile.Write(path, stream => stream.Write(page));
    }

    private void Add(Run run) => Put(_runs, run, r => r.Name == run.Name);

    private void Add(Section section) => Put(_sections, section, s => s.Title == section.Title);

    private static void Put<T>(List<T> items, T item, Predicate<T> isOld)
    {
        int old = items.FindIndex(isOld);
        if (old < 0)
        {
            items.Add(item);
        }
        else
        {
            items[old] = item;
        }
    }
}
