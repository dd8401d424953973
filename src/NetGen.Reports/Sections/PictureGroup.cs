namespace NetGen.Reports;

/// <summary>Pictures that stand together.</summary>
/// <param name="Heading">The picture before them; null for none.</param>
/// <param name="Pictures">They.</param>
internal sealed record PictureGroup(ReportPicture? Heading, IReadOnlyList<ReportPicture> Pictures);
