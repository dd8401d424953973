namespace NetGen;

/// <summary>How the average precision follows from the curve of precision over recall.</summary>
public enum AveragePrecisionForm
{
    /// <summary>The area under the curve, whose precision is made to fall: VOC's from 2010 on.</summary>
    Area,

    /// <summary>The mean of the largest precisions at recalls of 0, 0.1, … 1 and beyond: VOC's of 2007.</summary>
    ElevenPoints,
}
