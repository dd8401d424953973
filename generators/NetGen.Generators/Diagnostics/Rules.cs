using Microsoft.CodeAnalysis;
using NetGen.Generators.IR;

namespace NetGen.Generators.Diagnostics;

/// <summary>
/// All rules. Numbers go up one by one and are never used again; the category is the room that finds the problem. A wrong model has no meaning that a
/// project could choose to live with, so errors cannot be configured away; warnings and suggestions can.
/// </summary>
internal static class Rules
{
    private const string Parsing = nameof(Parsing);
    private const string Graph = nameof(Graph);
    private const string Shapes = nameof(Shapes);

    /// <summary>The category of suggestions, for works that could be better.</summary>
    public const string Advice = nameof(Advice);

    public static readonly DiagnosticDescriptor ModelNotPartial = new(
        "NG0001", "A model must be partial", "{0} has layers, so it must be partial: add partial to its declaration", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LayersSpread = new(
        "NG0002", "Layers on several parts of a class", "The layers of {0} are spread over several partial declarations; put them on one, where their order is plain", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(
        "NG0003", "A type around a model must be partial", "{0} contains the model {1}, so it must be partial: add partial to its declaration", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnfitContainingType = new(
        "NG0004", "This type cannot contain a model", "{0} cannot contain the model {1}, because it {2}: move the model out of it", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnfitModel = new(
        "NG0005", "This class cannot be a model", "{0} cannot be a model, because it {1}: a model is a partial class and nothing more", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor BaseClassInTheWay = new(
        "NG0006", "A model has another base class", "{0} derives from {1}, but the base class of a model is NetGen.Model, which is added: leave {1} out", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LanguageTooOld = new(
        "NG0007", "C# is too old for models", "The code generated for {0} needs C# 12 or later, but the project is set to C# {1}: leave LangVersion out of the project file", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnsafeNotAllowed = new(
        "NG0008", "Models need unsafe code", "The kernels generated for {0} use pointers: set AllowUnsafeBlocks to true in the project file", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownLayer = new(
        "NG0009", "Unknown layer", "{0} derives from LayerAttribute, but it is no layer that NetGen knows: derive it from BlockAttribute, with layers on it", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InputMissing = new(
        "NG0010", "A model without input", "{0} needs an [Input] before its layers: write [Input(channels, height, width)] or [Input(features)] first", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InputWithoutName = new(
        "NG0011", "A further input without a name", "[{0}] comes after [{1}], so it needs a Name for layers to read it by", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InputNotFirst = new(
        "NG0012", "An input after other layers", "[{0}] must come before all other layers, but [{1}] comes before it: move it up", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NoLayers = new(
        "NG0013", "A model without layers", "{0} has no layer besides its input: add one below it", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LayerAfterLoss = new(
        "NG0014", "A layer after the loss", "[{0}] comes after the loss [{1}], which must be the last layer: move the loss to the end", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownTag = new(
        "NG0015", "Unknown tag", "No [Tag(\"{0}\")] comes before [{1}]: {2}", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor DuplicateTag = new(
        "NG0016", "Duplicate tag", "The tag \"{0}\" already names the result of [{1}]: take another name", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnusedTag = new(
        "NG0017", "Unused tag", "Nothing uses the tag \"{0}\": leave it out, or read it", Graph, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor UnusedValue = new(
        "NG0018", "Unused result", "Nothing reads the result of [{0}]: tag it and join it to what comes later, or leave the layers out that lead to it alone", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor TagMissing = new(
        "NG0019", "Nothing to join", "{0} needs the tag of at least one value to join with the current one: write [{0}(\"tag\")]", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor DuplicateName = new(
        "NG0020", "Duplicate name", "The name \"{0}\" is already that of [{1}]: take another one", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InvalidName = new(
        "NG0021", "Invalid name", "\"{0}\" cannot be used here: {1}", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SettingWithoutMeaning = new(
        "NG0022", "A setting without meaning", "{0} takes no {1}: leave it out", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SettingOutOfRange = new(
        "NG0023", "A setting out of its range", "{0} of {1} must be {2}, but is {3}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor KernelTooLarge = new(
        "NG0024", "The kernel is larger than the image", "The kernel of {0} covers {1}, but its input {2} with padding is only {3}: pad more, take a smaller kernel, or shrink the image less before", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor PadTooLarge = new(
        "NG0025", "The padding of a pool is too large", "The padding {1} of {0} is more than half of its kernel {2}: take at most {3}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ChannelsNotDivisible = new(
        "NG0026", "Channels do not divide into groups", "{0} has {1} groups, but its input {2} has {3} channels, which do not divide into them: take a number that divides {3}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor FiltersNotDivisible = new(
        "NG0027", "Filters do not divide into groups", "{0} has {1} groups, but its {2} filters do not divide into them: take a number that divides {2}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor VectorNeeded = new(
        "NG0028", "An image where a feature vector is needed", "{0} needs a feature vector, but its input is {1}: put {2} before it", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ImageNeeded = new(
        "NG0029", "A feature vector where an image is needed", "{0} needs {1}, but its input is {2}: {3}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ShapesDiffer = new(
        "NG0030", "Shapes do not match", "{0} needs {1} but {2} is {3}: {4}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ConcatOfImageAndVector = new(
        "NG0031", "Concat of an image and a feature vector", "{0} joins either images or feature vectors, but {1} and {2}: put [Flatten] after the image", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ValueTooLarge = new(
        "NG0032", "A value is too large", "The result of {0} would be {1}: more than 536870912 numbers for one image, with channels padded to 16, so shrink the image or take fewer channels", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ParameterTooLarge = new(
        "NG0033", "A parameter is too large", "The {0} of {1} would be {2}: more than 2147483647 numbers, so make the layer or its input smaller", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LossDoesNotFit = new(
        "NG0034", "The loss does not fit the output", "{0} needs {1}, but the output is {2}: {3}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SizesDiffer = new(
        "NG0035", "A shape of another size", "{0} makes {1}, which is {2} values, but its input {3} has {4}: take sizes whose product is {4}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NothingLeft = new(
        "NG0036", "Nothing is left of an image", "{0} takes {1} of an image of {2}, which leaves nothing: take less off", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor BlockUnreadable = new(
        "NG0037", "A block's layers cannot be read", "The layers of {0} cannot be read: {1}", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor BlockStartValue = new(
        "NG0038", "A setting of a block without [DefaultValue]", "{0} of {1} starts as {2}, which its layers would not see: add [DefaultValue({2})]", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor BlockArgument = new(
        "NG0039", "A block's argument does not work out", "In {0} ({1}), {2} cannot be worked out: {3}", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor BlockFault = new(
        "NG0040", "A block's layers do not make a network", "In {0} ({1}): {2}", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor BlocksTooDeep = new(
        "NG0041", "Blocks nest too deep", "{0} ({1}) is inside more than {2} blocks: a block that uses itself needs a condition that ends", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NetworkTooLarge = new(
        "NG0042", "Too many layers", "With this layer the network has more than {0}: repeat it less", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor BlockFromPackage = new(
        "NG0043", "A block from a package is in error", "{0} of {1} cannot be used: {2}", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OutputWithoutLoss = new(
        "NG0044", "An output without a final loss", "[{0}] adds to the loss in training, but {1} ends in none: add a loss at the end", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OutputTargetsDiffer = new(
        "NG0045", "Losses with different targets", "{0} trains the output \"{1}\" on {2}, but the model's loss {3} takes {4}: all outputs train on the same", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OutputShapesDiffer = new(
        "NG0046", "An output of another shape", "The output \"{0}\" is {1}, but it trains on the {2} of the model's output {3}: give it the same shape", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ConnectionsUnreadable = new(
        "NG0047", "A connection table that cannot be read", "The Connections of {0} hold \"{1}\" for filter {2}, which is no channel: write channels separated by commas and filters by semicolons", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ConnectionsOfOtherFilters = new(
        "NG0048", "A connection table for another number of filters", "The Connections of {0} are for {1} filters, but it has {2}: write the channels of each filter, with semicolons between filters", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ConnectionOutOfRange = new(
        "NG0049", "A connection to a channel that is not there", "Filter {0} of {1} is connected to channel {2}, but its input {3} has the channels 0 to {4}: take one of those", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor FilterWithoutConnection = new(
        "NG0050", "A filter without connection", "Filter {0} of {1} is connected to no channel: give it at least one", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ConnectionRepeated = new(
        "NG0051", "A connection given twice", "Filter {0} of {1} is connected to channel {2} twice: leave one out", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ConnectionsWithGroups = new(
        "NG0052", "Connections and groups together", "{0} has {1} groups and Connections as well, which both say what a filter reads: leave Groups out", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor MemberTaken = new(
        "NG0053", "A member that the generator adds", "{0} cannot be named {1}: {2} of {3} is generated, so take another name", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NoSuchLayer = new(
        "NG0054", "A layer by another name", "NetGen has no layer {0}: {1}", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NoSuchSetting = new(
        "NG0055", "A setting by another name", "{0} has no setting {1}: {2}", Parsing, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LossTakesLogits = new(
        "NG0056", "An activation that the loss applies itself", "{0} applies {1} itself, so [{2}] before it is applied twice: leave it out", Graph, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor ModelTooLarge = new(
        "NG0057", "A model with too many parameters", "The parameters would be {0} numbers in all: more than 2147483647, so make the layers smaller", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor TooManyPhases = new(
        "NG0058", "A stride and a dilation that go together badly", "The stride {1} and the dilation {2} of {0} cut its image into {3} patterns of pixels, and each takes a kernel: at most 64, so make one of them smaller", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SharedLayersDiffer = new(
        "NG0059", "Shared layers that are written differently", "[{0}] cannot share its parameters with [{1}], which is another layer: give both the same settings, or Share another word than \"{2}\"", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SharedShapesDiffer = new(
        "NG0060", "Shared parameters of different shapes", "{0} cannot share the parameters of {1}: its input is {2}, and theirs are made for {3}, so give both inputs the same channels or leave Share out", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor AlgorithmDoesNotFit = new(
        "NG0061", "An algorithm that does not compute the layer", "{0} cannot be computed by {1}, which is for a kernel of 3×3 with strides and dilations of 1, paddings up to 2, one group and no connection table: leave Algorithm out", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor TagWithoutGradient = new(
        "NG0062", "A tag that can have no gradient", "The tag \"{0}\" can have no gradient: {1}", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NoActivation = new(
        "NG0063", "No activation between two layers of weights", "Nothing between {0} and {1} is more than linear, so together they can do no more than one such layer: put an activation between them, such as [ReLU]", Advice, DiagnosticSeverity.Info, true);

    public static readonly DiagnosticDescriptor BiasBeforeNorm = new(
        "NG0064", "A bias before a batch norm", "The bias of {0} is taken away again by {1}, which subtracts the mean: set Bias = false", Advice, DiagnosticSeverity.Info, true);

    public static readonly DiagnosticDescriptor LateDropout = new(
        "NG0065", "A dropout after the last layer that learns", "{0} comes after {1}, the last layer that learns, so it drops the network's outputs themselves: move it before that layer", Advice, DiagnosticSeverity.Info, true);

    public static readonly DiagnosticDescriptor DroppedBorder = new(
        "NG0066", "A stride that drops border pixels", "{0} never reads {1} of its input {2}: {3}", Advice, DiagnosticSeverity.Info, true);

    // NG0067 stays free: a softmax before the loss that applies it is NG0056.
    public static readonly DiagnosticDescriptor HeavyDense = new(
        "NG0068", "A dense layer that holds most parameters", "{0} holds {1} of the model's {2} parameters ({3} %), since it reads all pixels of {4}: [GlobalAvgPool] instead of [Flatten] leaves it about {5}", Advice, DiagnosticSeverity.Info, true);

    public static readonly DiagnosticDescriptor EarlyPixel = new(
        "NG0069", "An image of one pixel too early", "{0} makes one pixel of its input {1}, and {2} convolutions after it have kernels of more: shrink the image later, by fewer strides and pools", Advice, DiagnosticSeverity.Info, true);

    public static readonly DiagnosticDescriptor NoGradient = new(
        "NG0070", "Parameters that no gradient reaches", "No gradient reaches {0}: what {1} makes of {2} is always the same, so give it more than one value, or leave it out", Advice, DiagnosticSeverity.Info, true);

    public static readonly DiagnosticDescriptor ChannelsDoNotShuffle = new(
        "NG0071", "Channels that make no whole pixels", "{0} needs channels that divide by {1}, the square of its scale {2}, but its input {3} has {4}: give the layer before it a multiple of {1} channels", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NoPoolTagged = new(
        "NG0072", "A tag that names no max pool", "{0} puts values back to where a [MaxPool] found its largest ones, but \"{1}\" is what {2} makes: tag the value directly behind a [MaxPool]", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor WindowsOverlap = new(
        "NG0073", "Unpooling of windows that overlap", "{0} undoes pools whose windows lie apart, but those of \"{1}\" cover {2} with a stride of {3}: give that pool a stride of at least its kernel", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ClassWeightUnreadable = new(
        "NG0074", "A class weight that is none", "The ClassWeights of {0} hold \"{1}\", which is no number of at least 0: write numbers with commas between, such as \"0.5, 1, 2\"", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ClassWeightsOfOtherClasses = new(
        "NG0075", "Class weights for another number of classes", "The ClassWeights of {0} are {1} numbers, but its output {2} has {3} classes: write one for each", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OutputLabelsCountOtherwise = new(
        "NG0076", "Losses that take the same labels differently", "{0} of the output \"{1}\" sees the same labels as the model's loss {2}, but lets others count for nothing or weighs them otherwise: give both the same IgnoreIndex and ClassWeights", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NothingToMirror = new(
        "NG0077", "A mirrored border wider than the image", "{0} mirrors {1}, but its input {2} has too few: take at most {3}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SequenceNeeded = new(
        "NG0078", "What is no sequence where one is needed", "{0} needs a sequence, but its input is {1}: {2}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor WordsAreNoInput = new(
        "NG0079", "Words that are no input", "{0} reads the numbers of words, which only an input of the model holds, but its input is what {1} makes: put it directly behind its [Input]", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NotStepwise = new(
        "NG0080", "What cannot be predicted step by step", "{0} cannot be predicted step by step, as Stepwise asks for: {1}", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor AnyWithoutSizes = new(
        "NG0081", "An open size without sizes", "{0} leaves its {1} open, but says no size that the network is compiled for: add them, such as Sizes = \"240x320, 480x640\"", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NotOpen = new(
        "NG0082", "Any or Sizes where they mean nothing", "{0} means nothing in [{1}]: {2}", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SizesUnreadable = new(
        "NG0083", "Sizes that cannot be compiled", "The Sizes of {0} have {1}: {2}", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ParameterDependsOnSize = new(
        "NG0084", "A parameter that depends on the size of the images", "{0} at {1}, but {2} at {3}, and all sizes share their parameters: {4}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SliceOutside = new(
        "NG0085", "A part that lies outside", "{0} takes {1} {2} from {3} on, counted from 0, but its input {4} has {5}: {6}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NoSuchAxis = new(
        "NG0086", "An axis that the value does not have", "{0} takes a part along {1}, but its input, the {2}, has no such axis: Axis may be {3}", Shapes, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LengthsAreNoInput = new(
        "NG0087", "Lengths that are no input", "{0} takes the number of steps of each sequence, which only an input of the model holds, but \"{1}\" is what {2} makes: name an [Input(1)]", Graph, DiagnosticSeverity.Error, true, customTags: WellKnownDiagnosticTags.NotConfigurable);

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = typeof(Rules)
        .GetFields()
        .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
        .Select(f => (DiagnosticDescriptor)f.GetValue(null))
        .ToDictionary(r => r.Id, StringComparer.Ordinal);

    /// <summary>Every rule, in the order of the numbers.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = s_byId.Values.OrderBy(r => r.Id, StringComparer.Ordinal).ToList();

    public static DiagnosticDescriptor Get(string id) => s_byId[id];

    public static bool IsError(string id) => s_byId[id].DefaultSeverity == DiagnosticSeverity.Error;
}
