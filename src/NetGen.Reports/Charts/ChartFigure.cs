namespace NetGen.Reports;

/// <summary>What kind of values a chart shows.</summary>
internal enum ChartFigure
{
    /// <summary>Any numbers; on a logarithmic axis where all are over 0 and the largest is a hundred times the smallest or more.</summary>
    Number,

    /// <summary>Shares of 1, written in per cent.</summary>
    Share,

    /// <summary>Amounts such as seconds, whose axis begins at 0.</summary>
    Amount,

    /// <summary>Small numbers whose axis begins at 0: a rate that falls to nearly nothing is not to be stretched to it.</summary>
    Rate,
}
