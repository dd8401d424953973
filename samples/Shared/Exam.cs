using NetGen;

namespace Samples;

/// <summary>How a model, or several as one, does on images it was not trained with.</summary>
internal sealed record Exam(int Count, double Accuracy, IReadOnlyList<Mistake> Mistakes)
{
    public static Exam Take(IPredictor predictor, Dataset images)
    {
        MistakeList list = new();
        EvaluationResult result = Evaluator.Run(predictor, images, list);
        return new Exam(images.Count, result.Accuracy!.Value, list.Mistakes);
    }
}
