"""Cases of layers that take a part, join values of other sizes, or treat the sides of an image differently."""
from torch import nn
from torch.nn import functional


def slices(case):
    """Parts along each axis, and two towers that each read half of the input's channels."""
    case("slice_channels", "[Input(21, 3, 4)] [Slice(3, 17)]", (2, 21, 3, 4), lambda x: x[:, 3:20])
    case("slice_height", "[Input(18, 5, 4)] [Slice(2, 3, Axis = SliceAxis.Height)]", (2, 18, 5, 4), lambda x: x.narrow(2, 2, 3))
    case("slice_width", "[Input(5, 3, 9)] [Slice(1, 4, Axis = SliceAxis.Width)]", (3, 5, 3, 9), lambda x: x.narrow(3, 1, 4))
    case("slice_features", "[Input(37)] [Slice(15, 20)]", (3, 37), lambda x: x[:, 15:35])
    case("slice_features_of_steps", "[Input(4, 19)] [Slice(1, 17)]", (2, 4, 19), lambda x: x[:, :, 1:18])
    case("slice_steps", "[Input(7, 19)] [Slice(2, 4, Axis = SliceAxis.Steps)]", (2, 7, 19), lambda x: x.narrow(1, 2, 4))
    towers = {"conv1": nn.Conv2d(3, 8, 3), "conv2": nn.Conv2d(3, 8, 3, padding=1)}
    case("slice_two_towers",
         "[Input(6, 8, 7)] [Tag(\"both\")] [Slice(0, 3)] [Conv(8, 3)] [Tanh] [Tag(\"one\")] [From(\"both\")] [Slice(3, 3)] [Conv(8, 3, Pad = 1)] [Tanh] "
         "[Slice(1, 6, Axis = SliceAxis.Height)] [Slice(2, 5, Axis = SliceAxis.Width)] [Add(\"one\")]",
         (2, 6, 8, 7), lambda x: towers["conv1"](x[:, :3]).tanh() + towers["conv2"](x[:, 3:]).tanh()[:, :, 1:7, 2:7], towers)


def joins(case):
    """Sums and products of an image, or a sequence, and what has one row, column or channel for many."""
    for word, join in (("Add", lambda x, y: x + y), ("Multiply", lambda x, y: x * y)):
        name = word.lower()
        dense = nn.Linear(19, 19)
        case(f"{name}_vector", f"[Input(19, 3, 4)] [Tag(\"x\")] [GlobalAvgPool] [Dense(19)] [{word}(\"x\")]", (2, 19, 3, 4),
             lambda x: join(dense(x.mean((2, 3)))[:, :, None, None], x), {"dense1": dense})
        number = nn.Linear(19, 1)
        case(f"{name}_number", f"[Input(19, 3, 4)] [Tag(\"x\")] [GlobalAvgPool] [Dense(1)] [{word}(\"x\")]", (2, 19, 3, 4),
             lambda x: join(number(x.mean((2, 3)))[:, :, None, None], x), {"dense1": number})
        spatial = nn.Conv2d(19, 1, 3, padding=1)
        case(f"{name}_map", f"[Input(19, 3, 4)] [Tag(\"x\")] [Conv(1, 3, Pad = 1)] [Sigmoid] [Tag(\"map\")] [From(\"x\")] [{word}(\"map\")]", (2, 19, 3, 4),
             lambda x: join(x, spatial(x).sigmoid()), {"conv1": spatial})
        for side, kernel in (("row", (3, 1)), ("column", (1, 4))):
            strip = nn.Conv2d(5, 5, kernel)
            case(f"{name}_{side}", f"[Input(5, 3, 4)] [Tag(\"x\")] [Conv(5, {kernel[0]}, {kernel[1]})] [{word}(\"x\")]", (3, 5, 3, 4),
                 lambda x, strip=strip: join(strip(x), x), {"conv1": strip})
        both = {"dense1": nn.Linear(17, 17), "conv1": nn.Conv2d(17, 1, 1)}
        case(f"{name}_of_three",
             f"[Input(17, 3, 5)] [Tag(\"x\")] [GlobalAvgPool] [Dense(17)] [Tag(\"v\")] [From(\"x\")] [Conv(1, 1)] [Tag(\"map\")] [From(\"x\")] [{word}(\"v\", \"map\")]", (2, 17, 3, 5),
             lambda x: join(join(x, both["dense1"](x.mean((2, 3)))[:, :, None, None]), both["conv1"](x)), both)
        steps = {"dense1": nn.Linear(18, 18), "dense2": nn.Linear(18, 1)}
        case(f"{name}_steps", f"[Input(5, 18)] [Tag(\"x\")] [GlobalAvgPool] [Dense(18)] [Tag(\"v\")] [From(\"x\")] [Dense(1)] [{word}(\"x\", \"v\")]", (2, 5, 18),
             lambda x: join(join(steps["dense2"](x), x), steps["dense1"](x.mean(1))[:, None, :]), steps)
    dueling = {"dense1": nn.Linear(9, 1), "dense2": nn.Linear(9, 4)}
    case("add_dueling", "[Input(9)] [Tag(\"x\")] [Dense(1)] [Tag(\"value\")] [From(\"x\")] [Dense(4)] [Add(\"value\")] [MeanSquaredError]", (5, 9),
         lambda x: dueling["dense1"](x) + dueling["dense2"](x), dueling, functional.mse_loss, lambda y, g: y.detach().float().double() + 0.5)


def padding(case):
    """Padding that differs by side: PyTorch's layers have none, so functional.pad stands before them."""
    def padded(layer, top, bottom, left, right, value=0.0):
        return lambda x: layer(functional.pad(x, (left, right, top, bottom), value=value))
    conv = nn.Conv2d(3, 18, 3, stride=2)
    case("pads_conv_same", "[Input(3, 8, 6)] [Conv(18, 3, Stride = 2, PadBottom = 1, PadRight = 1)]", (2, 3, 8, 6), padded(conv, 0, 1, 0, 1), {"conv1": conv})
    conv = nn.Conv2d(16, 20, 3)
    case("pads_conv", "[Input(16, 7, 6)] [Conv(20, 3, PadTop = 2, PadRight = 1)]", (2, 16, 7, 6), padded(conv, 2, 0, 0, 1), {"conv1": conv})
    conv = nn.Conv2d(16, 20, 3)
    case("pads_conv_winograd", "[Input(16, 7, 6)] [Conv(20, 3, PadTop = 2, PadRight = 1, Algorithm = ConvAlgorithm.Winograd4)]", (2, 16, 7, 6), padded(conv, 2, 0, 0, 1), {"conv1": conv})
    conv = nn.Conv2d(18, 18, 3, stride=2, groups=18)
    case("pads_depthwise", "[Input(18, 6, 8)] [DepthwiseConv(3, Stride = 2, PadBottom = 1, PadRight = 1)]", (2, 18, 6, 8), padded(conv, 0, 1, 0, 1), {"depthwiseconv1": conv})
    turned = nn.ConvTranspose2d(6, 5, 4, stride=2)
    case("pads_conv_transpose", "[Input(6, 4, 5)] [ConvTranspose(5, 4, Stride = 2, PadTop = 1, PadRight = 2)]", (2, 6, 4, 5), lambda x: turned(x)[:, :, 1:, :-2], {"convtranspose1": turned})
    largest = nn.MaxPool2d(3, 2)
    case("pads_max_pool", "[Input(18, 6, 8)] [MaxPool(3, Stride = 2, PadBottom = 1, PadRight = 1)]", (2, 18, 6, 8), padded(largest, 0, 1, 0, 1, -float("inf")))
    mean = nn.AvgPool2d(3, 2)
    case("pads_avg_pool", "[Input(18, 6, 8)] [AvgPool(3, Stride = 2, PadTop = 1, PadLeft = 1)]", (2, 18, 6, 8), padded(mean, 1, 0, 1, 0))
    case("pads_avg_pool_of_the_image", "[Input(5, 6, 8)] [AvgPool(3, Stride = 2, PadTop = 1, PadLeft = 1, CountIncludePad = false)]", (2, 5, 6, 8),
         lambda x: padded(mean, 1, 0, 1, 0)(x) / padded(mean, 1, 0, 1, 0)(x.detach() * 0 + 1))
    case("border_zero", "[Input(18, 3, 4)] [ZeroPad(2, 0, 1, 3)]", (2, 18, 3, 4), nn.ZeroPad2d((1, 3, 2, 0)))
    case("border_reflection", "[Input(5, 3, 4)] [ReflectionPad(0, 2, 3, 1)]", (2, 5, 3, 4), nn.ReflectionPad2d((3, 1, 0, 2)))
    case("border_replication", "[Input(18, 3, 2)] [ReplicationPad(4, 1, 0, 3)]", (2, 18, 3, 2), nn.ReplicationPad2d((0, 3, 4, 1)))
    case("border_crop", "[Input(18, 6, 5)] [Crop(1, 2, 0, 3)]", (2, 18, 6, 5), nn.ZeroPad2d((0, -3, -1, -2)))


def over_steps(case):
    """Convolutions over steps, which PyTorch has behind the features."""
    def turned(layer, before=0, after=0):
        return lambda x: layer(functional.pad(x.transpose(1, 2), (before, after))).transpose(1, 2)
    conv = nn.Conv1d(19, 18, 3)
    case("conv1d", "[Input(7, 19)] [Conv1D(18, 3)]", (3, 7, 19), turned(conv), {"conv1d1": conv})
    conv = nn.Conv1d(5, 33, 4, stride=2, padding=2)
    case("conv1d_stride", "[Input(9, 5)] [Conv1D(33, 4, Stride = 2, Pad = 2)]", (2, 9, 5), turned(conv), {"conv1d1": conv})
    conv = nn.Conv1d(16, 16, 3, dilation=2, bias=False)
    case("conv1d_causal", "[Input(8, 16)] [Conv1D(16, 3, Dilation = 2, PadBefore = 4, Bias = false)]", (2, 8, 16), turned(conv, 4), {"conv1d1": conv})
    conv = nn.Conv1d(12, 20, 3, groups=4, padding=1)
    case("conv1d_groups", "[Input(6, 12)] [Conv1D(20, 3, Groups = 4, Pad = 1)]", (2, 6, 12), turned(conv), {"conv1d1": conv})
    conv = nn.Conv1d(4, 6, 2, stride=5)
    case("conv1d_jumps", "[Input(13, 4)] [Conv1D(6, 2, Stride = 5, PadAfter = 1)]", (2, 13, 4), turned(conv, 0, 1), {"conv1d1": conv})
    conv = nn.Conv1d(7, 9, 5)
    case("conv1d_to_one_step", "[Input(5, 7)] [Conv1D(9, 5)]", (4, 5, 7), turned(conv), {"conv1d1": conv})
    parts = {"conv1d1": nn.Conv1d(6, 17, 3, padding=1), "lstm1": nn.LSTM(17, 8, batch_first=True), "conv1d2": nn.Conv1d(8, 4, 2), "dense1": nn.Linear(4, 3)}
    case("conv1d_among_recurrent", "[Input(6, 6)] [Conv1D(17, 3, Pad = 1)] [Tanh] [LSTM(8, ReturnSequences = true)] [Conv1D(4, 2, PadBefore = 1)] [Dense(3)] [MeanSquaredError]", (3, 6, 6),
         lambda x: parts["dense1"](turned(parts["conv1d2"], 1)(parts["lstm1"](turned(parts["conv1d1"])(x).tanh())[0])), parts, functional.mse_loss,
         lambda y, g: y.detach().float().double() + 0.5)


def pools_over_steps(case):
    """Pools over steps, which PyTorch has behind the features; sides that differ stand in a padding before it, with −∞ for a max pool."""
    def turned(layer, before=0, after=0, value=0):
        return lambda x: layer(functional.pad(x.transpose(1, 2), (before, after), value=value)).transpose(1, 2)
    none = -float("inf")
    case("max_pool1d", "[Input(8, 19)] [MaxPool1D(2)]", (3, 8, 19), turned(nn.MaxPool1d(2)))
    case("max_pool1d_overlap", "[Input(9, 5)] [MaxPool1D(3, Stride = 2, Pad = 1)]", (2, 9, 5), turned(nn.MaxPool1d(3, 2, 1)))
    case("max_pool1d_ceil", "[Input(10, 33)] [MaxPool1D(4, Stride = 3, CeilMode = true)]", (2, 10, 33), turned(nn.MaxPool1d(4, 3, ceil_mode=True)))
    case("max_pool1d_before", "[Input(7, 18)] [MaxPool1D(4, Stride = 2, PadBefore = 2)]", (2, 7, 18), turned(nn.MaxPool1d(4, 2), 2, 0, none))
    case("max_pool1d_gaps", "[Input(9, 16)] [MaxPool1D(2, Stride = 3)]", (2, 9, 16), turned(nn.MaxPool1d(2, 3)))
    case("avg_pool1d", "[Input(8, 19)] [AvgPool1D(2)]", (3, 8, 19), turned(nn.AvgPool1d(2)))
    case("avg_pool1d_overlap", "[Input(9, 5)] [AvgPool1D(3, Stride = 2, Pad = 1)]", (2, 9, 5), turned(nn.AvgPool1d(3, 2, 1)))
    case("avg_pool1d_of_the_steps", "[Input(9, 20)] [AvgPool1D(3, Stride = 1, Pad = 1, CountIncludePad = false)]", (2, 9, 20), turned(nn.AvgPool1d(3, 1, 1, count_include_pad=False)))
    case("avg_pool1d_ceil", "[Input(10, 33)] [AvgPool1D(4, Stride = 3, Pad = 2, CeilMode = true)]", (2, 10, 33), turned(nn.AvgPool1d(4, 3, 2, ceil_mode=True)))
    case("avg_pool1d_after", "[Input(7, 18)] [AvgPool1D(4, Stride = 2, PadAfter = 1)]", (2, 7, 18), turned(nn.AvgPool1d(4, 2), 0, 1))
    case("avg_pool1d_gaps", "[Input(9, 16)] [AvgPool1D(2, Stride = 3)]", (2, 9, 16), turned(nn.AvgPool1d(2, 3)))
    parts = {"conv1d1": nn.Conv1d(6, 17, 3, padding=1), "lstm1": nn.LSTM(17, 8, batch_first=True), "dense1": nn.Linear(8, 3)}
    case("pools1d_among_recurrent", "[Input(8, 6)] [Conv1D(17, 3, Pad = 1)] [ReLU] [MaxPool1D(2)] [LSTM(8, ReturnSequences = true)] [AvgPool1D(3, Stride = 1, PadBefore = 1)] [Dense(3)] [MeanSquaredError]", (3, 8, 6),
         lambda x: parts["dense1"](turned(nn.AvgPool1d(3, 1), 1)(parts["lstm1"](turned(nn.MaxPool1d(2))(turned(parts["conv1d1"])(x).relu()))[0])), parts, functional.mse_loss,
         lambda y, g: y.detach().float().double() + 0.5)


def cases(case):
    over_steps(case)
    slices(case)
    joins(case)
    padding(case)
