namespace NetGen.Reports;

/// <summary>Pictures: large ones with a caption each, or small ones whose captions show under the pointer.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Groups">The pictures.</param>
/// <param name="IsSmall">Whether they are small.</param>
internal sealed record PictureSection(string Title, IReadOnlyList<PictureGroup> Groups, bool IsSmall) : Section(Title)
{
    /// <summary>Pixels of the screen that a picture's longer side has at least, as far as whole multiples of its own size go.</summary>
    private const int LargeSide = 128;

    private const int SmallSide = 60;

    /// <inheritdoc/>
    public override void Write(HtmlWriter html)
    {
        foreach (PictureGroup group in Groups)
        {
            html.Raw(group.Heading is null ? "" : "<div class=\"group\">");
            if (group.Heading is { } heading)
            {
                WriteCaptioned(html, heading);
            }

            html.Write($"<div class=\"{(IsSmall ? "small" : "pictures")}\">");
            foreach (ReportPicture picture in group.Pictures)
            {
                if (IsSmall)
                {
                    WritePicture(html, picture, SmallSide);
                }
                else
                {
                    WriteCaptioned(html, picture);
                }
            }

            html.Raw(group.Heading is null ? "</div>\n" : "</div></div>\n");
        }
    }

    private static void WriteCaptioned(HtmlWriter html, ReportPicture picture)
    {
        html.Raw("<figure>");
        WritePicture(html, picture, LargeSide);
        html.Write($"<figcaption>{picture.Caption}</figcaption></figure>\n");
    }

    private static void WritePicture(HtmlWriter html, ReportPicture picture, int side)
    {
        int scale = int.Max(1, side / int.Max(picture.Width, picture.Height));
        html.Write($"<img alt=\"{picture.Caption}\" title=\"{picture.Caption}\" width=\"{picture.Width * scale}\" height=\"{picture.Height * scale}\" src=\"data:image/png;base64,");
        html.Raw(Convert.ToBase64String(picture.Picture.EncodePng()));
        html.Raw(scale > 1 ? "\" class=\"pixels\">" : "\">");
    }
}
