using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using NetGen;
using NetGen.Images;

namespace Detection;

/// <summary>BCCD, pictures of blood under a microscope in the form of VOC: <c>JPEGImages</c>, <c>Annotations</c> and the lists in <c>ImageSets/Main</c>.</summary>
internal static class BloodCells
{
    public const int Height = 240;
    public const int Width = 320;

    private static readonly string[] s_classes = ["RBC", "WBC", "Platelets"];

    /// <exception cref="InputException">The folder has not what is needed.</exception>
    public static CellSets Load(string folder)
    {
        try
        {
            return new CellSets(LoadList(folder, "trainval"), LoadList(folder, "test"), ["red cell", "white cell", "platelet"]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--data: {problem.Message}");
        }
    }

    private static CellImage[] LoadList(string folder, string list)
    {
        string file = Path.Combine(folder, "ImageSets", "Main", list + ".txt");
        string[] names = [.. File.ReadAllLines(file).Select(l => l.Trim()).Where(l => l.Length > 0)];
        return names.Length > 0 ? [.. names.Select(n => LoadImage(folder, n))] : throw new InputException($"--data: {file} names no picture.");
    }

    private static CellImage LoadImage(string folder, string name)
    {
        string file = Path.Combine(folder, "JPEGImages", name + ".jpg");
        Picture picture = Picture.Load(file);
        return picture is { Width: Width, Height: Height }
            ? new CellImage(picture, ReadCells(Path.Combine(folder, "Annotations", name + ".xml")))
            : throw new InputException($"--data: {file}: expected {Width}×{Height}, actual {picture}.");
    }

    private static LabelledBox[] ReadCells(string file)
    {
        try
        {
            return [.. XDocument.Load(file).Root!.Elements("object").Select(o => ReadCell(o, file))];
        }
        catch (XmlException problem)
        {
            throw new InputException($"--data: {file}: {problem.Message}");
        }
    }

    private static LabelledBox ReadCell(XElement cell, string file)
    {
        string name = cell.Element("name")?.Value ?? "";
        int label = Array.IndexOf(s_classes, name);
        if (label < 0)
        {
            throw new InputException($"--data: {file}: expected one of {string.Join(", ", s_classes)}, actual \"{name}\".");
        }

        XElement? corners = cell.Element("bndbox");
        BoundingBox box = new(Edge("xmin"), Edge("ymin"), Edge("xmax"), Edge("ymax"));
        return !box.IsEmpty
            ? new LabelledBox(box, label) { IsDifficult = cell.Element("difficult")?.Value == "1" }
            : throw new InputException(FormattableString.Invariant($"--data: {file}: expected boxes with sides over 0, actual {box.Width} × {box.Height}."));

        float Edge(string edge) => float.TryParse(corners?.Element(edge)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value)
            ? value
            : throw new InputException($"--data: {file}: expected a number as {edge} of each box.");
    }
}
