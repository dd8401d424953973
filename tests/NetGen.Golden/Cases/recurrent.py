#!/usr/bin/env python3
"""Writes the cases of recurrent layers in this folder: what PyTorch computes, in float64. It needs torch and numpy.
    recurrent.py GOLDEN OUT       GOLDEN is ../shared/golden, whose make.py gives the form; OUT gets a file a case
"""
import os, sys
sys.path.insert(0, sys.argv[1])
import torch, torch.nn as nn
import make

class Last(nn.Module):
    """The state after the last step."""
    def forward(self, x): return x[:, -1]

def chain(*parts):
    """Modules from top to bottom, those with parameters under their paths; of what recurrent ones give, the states."""
    def forward(_, x):
        for part in parts:
            x = (part[1] if isinstance(part, tuple) else part)(x)
            x = x[0] if isinstance(x, tuple) else x
        return x
    return make.Net({part[0]: part[1] for part in parts if isinstance(part, tuple)}, forward)

def cases(out, kind, module):
    k = kind.lower()
    r = lambda number, features, units: (f'{k}{number}', module(features, units, batch_first=True))
    def write(name, dsl, shape, *parts, **more): make.write(out, f'{k}_{name}', dsl, chain(*parts), shape, **more)
    write('sequence', f'[Input(7, 5)] [{kind}(19, ReturnSequences = true)]', (3, 7, 5), r(1, 5, 19))
    write('last', f'[Input(6, 20)] [{kind}(33)]', (5, 6, 20), r(1, 20, 33), Last())
    write('one_step', f'[Input(1, 4)] [{kind}(3, ReturnSequences = true)]', (2, 1, 4), r(1, 4, 3))
    write('two_steps', f'[Input(2, 4)] [{kind}(3)]', (4, 2, 4), r(1, 4, 3), Last())
    write('one_unit', f'[Input(5, 1)] [{kind}(1)]', (4, 5, 1), r(1, 1, 1), Last())
    write('stacked', f'[Input(6, 8)] [{kind}(17, ReturnSequences = true)] [{kind}(9)] [Dense(4)] [SoftmaxCrossEntropy]', (7, 6, 8),
          r(1, 8, 17), r(2, 17, 9), Last(), ('dense1', nn.Linear(9, 4)), loss='SoftmaxCrossEntropy', classes=4)

os.makedirs(sys.argv[2], exist_ok=True)
for kind, module in (('LSTM', nn.LSTM), ('GRU', nn.GRU), ('SimpleRNN', nn.RNN)):
    cases(sys.argv[2], kind, module)
