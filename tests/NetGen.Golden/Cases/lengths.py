#!/usr/bin/env python3
"""Writes the cases of sequences that have steps of their own number, and of states before the first step: what PyTorch computes, in float64.

    lengths.py         writes NAME.safetensors beside this file for every case below, in the form that make.py describes
"""
import make
import torch
from make import numbers, of_steps
from torch import nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence


def case(name, declaration, shape, forward, modules, *more, **settings):
    """A case whose modules may have been another one's."""
    for module in modules.values():
        module.zero_grad(set_to_none=True)
    make.case(name, declaration, shape, forward, modules, *more, **settings)


def packed(module, x, lengths, total, initial=None):
    """The states of all steps, zeros behind the ends, and the state after the last step of each."""
    sequence = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
    states, last = module(sequence) if initial is None else module(sequence, initial)
    last = last[0] if isinstance(last, tuple) else last
    return pad_packed_sequence(states, batch_first=True, total_length=total)[0], last[0]


def with_lengths(batch, steps, features, lengths, before=0):
    """Sequences whose last value is how many of their steps count, and behind the ends what nobody may read."""
    def draw(generator):
        x = numbers((batch, before + steps * features + 1), generator)
        for i in range(batch):
            x[i, before + lengths[i] * features:before + steps * features] = 1e3
            x[i, -1] = lengths[i]
        return x
    return draw


def sequence_of(x, steps, features, before=0):
    return x[:, before:before + steps * features].view(-1, steps, features)


def counted_labels(lengths, classes):
    """A label for each step, -1 behind the ends."""
    def draw(y, generator):
        drawn = torch.randint(0, classes, y.shape[:2], generator=generator)
        for i, length in enumerate(lengths):
            drawn[i, length:] = -1
        return drawn
    return draw


def cases(kind, module):
    k = kind.lower()
    state = "InitialState = \"h\", InitialCell = \"c\"" if kind == "LSTM" else "InitialState = \"h\""
    for name, steps, features, units, lengths in (("all", 7, 5, 19, (3, 7, 1, 5, 2)), ("short", 40, 3, 17, (2, 5, 1)), ("one_unit", 3, 1, 1, (1, 3, 2, 2)), ("wide", 6, 20, 33, (6, 4, 6, 1, 2, 3, 5, 6, 6))):
        batch = len(lengths)
        layer = module(features, units, batch_first=True)
        for suffix, option, part in (("sequence", ", ReturnSequences = true", 0), ("last", "", 1)):
            case(f"{k}_lengths_{name}_{suffix}", f"[Input({steps}, {features})] [Input(1, Name = \"n\")] [{kind}({units}{option}, Lengths = \"n\")]", None,
                 lambda x: packed(layer, sequence_of(x, steps, features), lengths, steps)[part], {f"{k}1": layer}, inputs=with_lengths(batch, steps, features, lengths))

    lengths = (4, 1, 6, 3, 6, 2, 5)
    one, two, out = module(8, 17, batch_first=True), module(17, 9, batch_first=True), nn.Linear(9, 4)
    case(f"{k}_lengths_stacked",
         f"[Input(6, 8)] [Input(1, Name = \"n\")] [{kind}(17, ReturnSequences = true, Lengths = \"n\")] [{kind}(9, ReturnSequences = true, Lengths = \"n\")] [Dense(4)] [SoftmaxCrossEntropy(IgnoreIndex = -1)]",
         None, lambda x: out(packed(two, packed(one, sequence_of(x, 6, 8), lengths, 6)[0], lengths, 6)[0]), {f"{k}1": one, f"{k}2": two, "dense1": out},
         of_steps(lambda y, t: functional.cross_entropy(y, t, ignore_index=-1)), counted_labels(lengths, 4), inputs=with_lengths(7, 6, 8, lengths))

    # Sequences that go on from a state that is given, or computed.
    size = 19 * (2 if kind == "LSTM" else 1)

    def given(x, h=19):
        parts = (x[:, :h].unsqueeze(0).contiguous(), x[:, h:size].unsqueeze(0).contiguous())
        return parts if kind == "LSTM" else parts[0]
    inputs = "[Input(19, Name = \"h\")] [Input(19, Name = \"c\")]" if kind == "LSTM" else "[Input(19, Name = \"h\")]"
    begun = module(5, 19, batch_first=True)
    case(f"{k}_initial_sequence", f"{inputs} [Input(4, 5, Name = \"x\")] [From(\"x\")] [{kind}(19, ReturnSequences = true, {state})]", (3, size + 20),
         lambda x: begun(x[:, size:].view(-1, 4, 5), given(x))[0], {f"{k}1": begun})
    case(f"{k}_initial_one_step", f"{inputs} [Input(1, 5, Name = \"x\")] [From(\"x\")] [{kind}(19, {state})]", (4, size + 5),
         lambda x: begun(x[:, size:].view(-1, 1, 5), given(x))[0][:, -1], {f"{k}1": begun})
    lengths = (2, 6, 1, 4)
    case(f"{k}_initial_lengths", f"{inputs} [Input(6, 5, Name = \"x\")] [Input(1, Name = \"n\")] [From(\"x\")] [{kind}(19, {state}, Lengths = \"n\")]", None,
         lambda x: packed(begun, sequence_of(x, 6, 5, size), lengths, 6, given(x))[1], {f"{k}1": begun}, inputs=with_lengths(4, 6, 5, lengths, size))
    image, said = nn.Linear(7, 18), module(5, 18, batch_first=True)

    def told(x):
        h = torch.tanh(image(x[:, :7])).unsqueeze(0)
        return said(x[:, 7:].view(-1, 4, 5), (h, torch.zeros_like(h)) if kind == "LSTM" else h)[0]
    case(f"{k}_initial_image", f"[Input(7)] [Input(4, 5, Name = \"x\")] [Dense(18)] [Tanh] [Tag(\"image\")] [From(\"x\")] [{kind}(18, ReturnSequences = true, InitialState = \"image\")]",
         (6, 27), told, {"dense1": image, f"{k}1": said})

    # An encoder hands its state to a decoder, each with lengths of its own.
    encoder, decoder, word = module(4, 12, batch_first=True), module(3, 12, batch_first=True), nn.Linear(12, 5)
    asked, answered = (3, 5, 1, 4, 2), (2, 1, 4, 4, 3)

    def translate(x):
        h = packed(encoder, sequence_of(x, 5, 4), asked, 5)[1].unsqueeze(0)
        return word(packed(decoder, sequence_of(x, 4, 3, 21), answered, 4, (h, torch.zeros_like(h)) if kind == "LSTM" else h)[0])

    def sentences(generator):
        return torch.cat([with_lengths(5, 5, 4, asked)(generator), with_lengths(5, 4, 3, answered)(generator)], 1)
    case(f"{k}_encoder_decoder",
         f"[Input(5, 4)] [Input(1, Name = \"asked\")] [Input(4, 3, Name = \"words\")] [Input(1, Name = \"answered\")] [{kind}(12, Lengths = \"asked\")] [Tag(\"meaning\")] [From(\"words\")] "
         f"[{kind}(12, ReturnSequences = true, InitialState = \"meaning\", Lengths = \"answered\")] [Dense(5)] [SoftmaxCrossEntropy(IgnoreIndex = -1)]", None, translate,
         {f"{k}1": encoder, f"{k}2": decoder, "dense1": word}, of_steps(lambda y, t: functional.cross_entropy(y, t, ignore_index=-1)), counted_labels(answered, 5), inputs=sentences)


def spelled(lengths, classes, steps, twice=False):
    """Labels for each sample, -1 behind their end; where it is wished, each twice, so that blanks have to stand between."""
    def draw(y, generator):
        drawn = torch.full((len(lengths), steps), -1)
        for i, length in enumerate(lengths):
            own = torch.randint(1, classes, (length,), generator=generator)
            drawn[i, :length] = own.repeat_interleave(2)[:length] if twice else own
        return drawn
    return draw


def ctc(zero_infinity=False, steps=None):
    def loss(y, t):
        lengths = (t >= 0).sum(1)
        inputs = torch.full((y.shape[0],), y.shape[1], dtype=torch.long) if steps is None else torch.tensor(steps)
        return functional.ctc_loss(torch.log_softmax(y, 2).transpose(0, 1), t.clamp(min=0), inputs, lengths, zero_infinity=zero_infinity)
    return loss


def spellings():
    for name, steps, classes, lengths, twice in (("", 7, 5, (3, 0, 1, 4), False), ("_twice", 12, 4, (6, 5, 2), True), ("_many_classes", 9, 37, (4, 9, 1, 2, 7), False), ("_one_step", 1, 3, (1, 0, 1), False), ("_of_two", 16, 2, (1, 8, 3), False)):
        case(f"loss_ctc{name}", f"[Input({steps}, {classes})] [Dropout(0)] [CTC]", (len(lengths), steps, classes), lambda x: x, {}, ctc(), spelled(lengths, classes, steps, twice))
    case("loss_ctc_zero_infinity", "[Input(5, 4)] [Dropout(0)] [CTC(ZeroInfinity = true)]", (4, 5, 4), lambda x: x, {}, ctc(True), spelled((5, 2, 4, 0), 4, 5, True))
    states, out = nn.GRU(6, 18, batch_first=True), nn.Linear(18, 7)
    case("loss_ctc_gru", "[Input(11, 6)] [GRU(18, ReturnSequences = true)] [Dense(7)] [CTC]", (6, 11, 6), lambda x: out(states(x)[0]), {"gru1": states, "dense1": out}, ctc(), spelled((3, 5, 1, 0, 4, 2), 7, 11))


def spellings_of_own_steps():
    for name, steps, classes, lengths, labels, twice, zero in (
            ("", 7, 5, (7, 3, 1, 5), (3, 1, 0, 2), False, False), ("_twice", 12, 37, (8, 12, 3), (4, 6, 2), True, False), ("_zero_infinity", 6, 4, (2, 6, 3, 1), (3, 4, 2, 1), True, True)):
        settings = ", ZeroInfinity = true" if zero else ""
        case(f"loss_ctc_lengths{name}", f"[Input({steps}, {classes})] [Input(1, Name = \"n\")] [Dropout(0)] [CTC(Lengths = \"n\"{settings})]", None,
             lambda x: sequence_of(x, steps, classes), {}, ctc(zero, lengths), spelled(labels, classes, steps, twice), inputs=with_lengths(len(lengths), steps, classes, lengths))

    # Every second step is left, and so many count of those.
    lengths, halved = (8, 3, 5, 2), (4, 2, 3, 1)
    states, out = nn.GRU(6, 18, batch_first=True), nn.Linear(18, 7)
    fewer = nn.Conv1d(18, 18, 2, 2)

    def short(x):
        h = packed(states, sequence_of(x, 8, 6), lengths, 8)[0]
        return out(fewer(h.transpose(1, 2)).transpose(1, 2))

    def inputs(generator):
        return torch.cat([with_lengths(4, 8, 6, lengths)(generator), torch.tensor(halved).double().view(-1, 1)], 1)
    case("loss_ctc_lengths_gru",
         "[Input(8, 6)] [Input(1, Name = \"n\")] [Input(1, Name = \"m\")] [GRU(18, ReturnSequences = true, Lengths = \"n\")] [Conv1D(18, 2, Stride = 2)] [Dense(7)] [CTC(Lengths = \"m\")]", None,
         short, {"gru1": states, "conv1d1": fewer, "dense1": out}, ctc(False, halved), spelled((2, 1, 3, 1), 7, 4), inputs=inputs)


def of_own_steps(pool, x, lengths):
    """A pool of each sequence's own steps."""
    return torch.stack([pool(x[i, :length]) for i, length in enumerate(lengths)])


def pools():
    for kind, pool in (("Avg", lambda x: x.mean(0)), ("Max", lambda x: x.max(0)[0])):
        for name, steps, features, lengths in (("", 7, 5, (3, 7, 1, 5, 2)), ("_wide", 9, 83, (9, 1, 4, 8))):
            case(f"global_{kind.lower()}_pool_lengths{name}", f"[Input({steps}, {features})] [Input(1, Name = \"n\")] [Global{kind}Pool(Lengths = \"n\")]", None,
                 lambda x: of_own_steps(pool, sequence_of(x, steps, features), lengths), {}, inputs=with_lengths(len(lengths), steps, features, lengths))
    lengths = (4, 1, 6, 3, 6, 2, 5)
    states, out = nn.GRU(8, 17, batch_first=True), nn.Linear(34, 4)

    def pooled(x):
        h = packed(states, sequence_of(x, 6, 8), lengths, 6)[0]
        return out(torch.cat([of_own_steps(lambda s: s.max(0)[0], h, lengths), of_own_steps(lambda s: s.mean(0), h, lengths)], 1))
    case("global_pools_lengths_gru",
         "[Input(6, 8)] [Input(1, Name = \"n\")] [GRU(17, ReturnSequences = true, Lengths = \"n\")] [Tag(\"h\")] [GlobalAvgPool(Lengths = \"n\")] [Tag(\"mean\")] [From(\"h\")] [GlobalMaxPool(Lengths = \"n\")] "
         "[Concat(\"mean\")] [Dense(4)] [SoftmaxCrossEntropy]", None, pooled, {"gru1": states, "dense1": out}, functional.cross_entropy, make.labels(), inputs=with_lengths(7, 6, 8, lengths))


if __name__ == "__main__":
    pools()
    spellings_of_own_steps()
    spellings()
    for each, of in (("LSTM", nn.LSTM), ("GRU", nn.GRU), ("SimpleRNN", nn.RNN)):
        cases(each, of)
