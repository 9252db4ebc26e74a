#!/usr/bin/python3
"""Single nodes of ONNX in many forms: the output shapes of `layerbook summary --json` against those of onnx.shape_inference, with an open batch.

Needs Debian's python3-onnx.    /usr/bin/python3 repl/it/load_nodes.py
"""
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
import onnx
from onnx import TensorProto as T
from onnx import helper as h
from onnx import numpy_helper as nh

HERE = os.path.dirname(os.path.abspath(__file__))
LAYERBOOK = os.path.join(HERE, "..", "bin", "layerbook")
REFUSED = {"if": "If (choose)", "nonzero": "NonZero", "unknown": "Dett"}
# What the reference's inference leaves open, and what it is: worked out by hand.
BY_HAND = {"slice9": [["N", 2, 17, 5]], "einsum": [["N", 3, 17, 17]], "sizes": [["N", 867]], "onehot": [["N", 6, 10]], "flatten2": [["3·N", 289]], "flatten0": [[1, "867·N"]]}
FOLDER = tempfile.mkdtemp()
EXPECTED = {}


def save(name, nodes, ins, outs, inits=(), opset=13):
    """Writes a model and keeps what the reference infers of it."""
    graph = h.make_graph(nodes, "g", [h.make_tensor_value_info(n, t, s) for n, t, s in ins], [h.make_tensor_value_info(n, T.FLOAT, None) for n in outs],
                         [nh.from_array(a, n) for n, a in inits])
    model = h.make_model(graph, opset_imports=[h.make_opsetid("", opset)])
    model.ir_version = 8
    onnx.save(model, os.path.join(FOLDER, name + ".onnx"))
    inferred = onnx.shape_inference.infer_shapes(model, data_prop=True)
    EXPECTED[name] = [[d.dim_value if d.HasField("dim_value") else None for d in o.type.tensor_type.shape.dim] for o in inferred.graph.output]


f = np.float32
W = np.random.rand(8, 3, 3, 3).astype(f)
X = [('x', T.FLOAT, ['n', 3, 17, 17])]
for i, k in enumerate([dict(auto_pad='SAME_UPPER', strides=[2, 2]), dict(auto_pad='SAME_LOWER', strides=[2, 2]), dict(pads=[0, 1, 2, 1]), dict(auto_pad='VALID', dilations=[2, 2])]):
    save(f'conv{i}', [h.make_node('Conv', ['x', 'w'], ['y'], **k)], X, ['y'], [('w', W)], opset=7+i)
save('convt', [h.make_node('ConvTranspose', ['x', 'w'], ['y'], strides=[2, 2], pads=[1, 1, 0, 0], output_padding=[1, 1])], X, ['y'], [('w', np.random.rand(3, 4, 3, 3).astype(f))])
save('pool', [h.make_node('MaxPool', ['x'], ['y'], kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1)], X, ['y'])
save('avg', [h.make_node('AveragePool', ['x'], ['y'], kernel_shape=[3, 3], strides=[2, 2], pads=[0, 0, 1, 1])], X, ['y'])
save('resize', [h.make_node('Resize', ['x', '', 's'], ['y'], mode='linear')], X, ['y'], [('s', np.array([1, 1, 2, 1.5], f))])
save('upsample', [h.make_node('Upsample', ['x', 's'], ['y'], mode='nearest')], X, ['y'], [('s', np.array([1, 1, 2, 2], f))], opset=9)
save('split', [h.make_node('Split', ['x', 's'], ['a', 'b'], axis=2), h.make_node('Add', ['a', 'a'], ['y'])], X, ['y', 'b'], [('s', np.array([7, 10], np.int64))])
save('split11', [h.make_node('Split', ['x'], ['a', 'b', 'c'], axis=1)], X, ['a', 'b', 'c'], opset=11)
save('slice9', [h.make_node('Slice', ['x'], ['y'], starts=[1, -5], ends=[3, 1000], axes=[1, 3])], X, ['y'], opset=9)
save('slice', [h.make_node('Slice', ['x', 's', 'e', 'a', 't'], ['y'])], X, ['y'], [('s', np.array([1, -1])), ('e', np.array([9, -20])), ('a', np.array([2, 3])), ('t', np.array([2, -3]))])
save('reduce', [h.make_node('ReduceSum', ['x', 'a'], ['y'], keepdims=0), h.make_node('ReduceMax', ['x'], ['z'], axes=[1, -1]), h.make_node('ReduceL2', ['x'], ['w'], axes=[1]), h.make_node('ReduceProd', ['x'], ['v'], axes=[2, 3], keepdims=0)], X, ['y', 'z', 'w', 'v'], [('a', np.array([2, 3]))])
save('topk', [h.make_node('TopK', ['x', 'k'], ['y', 'i'], axis=-1)], X, ['y'], [('k', np.array([4]))])
save('argmax', [h.make_node('ArgMax', ['x'], ['i'], axis=1, keepdims=0), h.make_node('Cast', ['i'], ['y'], to=1)], X, ['y'])
save('gather', [h.make_node('Gather', ['t', 'i'], ['y'])], [('i', T.INT64, ['n', 6])], ['y'], [('t', np.random.rand(50, 16).astype(f))])
save('gathernd', [h.make_node('GatherND', ['x', 'i'], ['y'])], X, ['y'], [('i', np.zeros((4, 2), np.int64))])
save('einsum', [h.make_node('Einsum', ['x', 'x'], ['y'], equation='bchw, bcHw->bchH')], X, ['y'])
save('where', [h.make_node('Greater', ['x', 'c'], ['m']), h.make_node('Where', ['m', 'x', 'c'], ['y'])], X, ['y'], [('c', np.array(0.5, f))])
save('pad', [h.make_node('Pad', ['x', 'p'], ['y'], mode='reflect')], X, ['y'], [('p', np.array([0, 0, 1, 2, 0, 0, 3, 4]))])
save('pad10', [h.make_node('Pad', ['x'], ['y'], pads=[0, 1, 1, 2, 0, 0, 3, 4])], X, ['y'], opset=10)
save('tile', [h.make_node('Tile', ['x', 'r'], ['y'])], X, ['y'], [('r', np.array([1, 2, 1, 3]))])
save('expand', [h.make_node('Expand', ['x', 's'], ['y'])], [('x', T.FLOAT, ['n', 1, 4])], ['y'], [('s', np.array([2, 1, 5, 1]))])
save('d2s', [h.make_node('Conv', ['x', 'w'], ['c']), h.make_node('DepthToSpace', ['c'], ['y'], blocksize=2)], X, ['y'], [('w', W)])
save('gemm', [h.make_node('Flatten', ['x'], ['f']), h.make_node('Gemm', ['f', 'w', 'b'], ['y'], transB=0)], X, ['y'], [('w', np.random.rand(867, 10).astype(f)), ('b', np.random.rand(10).astype(f))])
save('flatten2', [h.make_node('Flatten', ['x'], ['y'], axis=2)], X, ['y'])
save('flatten0', [h.make_node('Flatten', ['x'], ['y'], axis=0)], X, ['y'])
save('softmax11', [h.make_node('Softmax', ['x'], ['y'], axis=1)], X, ['y'], opset=11)
save('inorm', [h.make_node('InstanceNormalization', ['x', 's', 'b'], ['y'])], X, ['y'], [('s', np.random.rand(3).astype(f)), ('b', np.random.rand(3).astype(f))])
save('lrn', [h.make_node('LRN', ['x'], ['y'], size=5)], X, ['y'])
save('gap', [h.make_node('GlobalAveragePool', ['x'], ['a']), h.make_node('GlobalMaxPool', ['x'], ['b']), h.make_node('Concat', ['a', 'b'], ['y'], axis=1)], X, ['y'])
save('clip6', [h.make_node('Clip', ['x'], ['y'], min=0.0, max=6.0)], X, ['y'], opset=6+1)
save('gru', [h.make_node('GRU', ['x', 'w', 'r'], ['y', 'h'], hidden_size=5, linear_before_reset=1)], [('x', T.FLOAT, [9, 'n', 4])], ['y', 'h'], [('w', np.random.rand(1, 15, 4).astype(f)), ('r', np.random.rand(1, 15, 5).astype(f))])
save('rnn', [h.make_node('RNN', ['x', 'w', 'r', 'b'], ['y'], hidden_size=5, direction='bidirectional', activations=['Relu', 'Relu'])], [('x', T.FLOAT, [9, 'n', 4])], ['y'], [('w', np.random.rand(2, 5, 4).astype(f)), ('r', np.random.rand(2, 5, 5).astype(f)), ('b', np.random.rand(2, 10).astype(f))])
save('matmul3', [h.make_node('MatMul', ['x', 'w'], ['m']), h.make_node('Add', ['b', 'm'], ['y'])], [('x', T.FLOAT, ['n', 't', 12])], ['y'], [('w', np.random.rand(12, 6).astype(f)), ('b', np.random.rand(6).astype(f))])
save('matmul1', [h.make_node('MatMul', ['x', 'x'], ['y'])], [('x', T.FLOAT, ['n', 4, 7, 7])], ['y'])
save('sizes', [h.make_node('Shape', ['x'], ['s']), h.make_node('Gather', ['s', 'z'], ['b'], axis=0), h.make_node('Unsqueeze', ['b', 'ax'], ['u']), h.make_node('Concat', ['u', 'm'], ['t'], axis=0), h.make_node('Reshape', ['x', 't'], ['y'])], X, ['y'], [('z', np.array(0)), ('ax', np.array([0])), ('m', np.array([-1]))])
save('squeeze', [h.make_node('Unsqueeze', ['x'], ['a'], axes=[0, -1]), h.make_node('Squeeze', ['a'], ['y'], axes=[0])], X, ['y'], opset=11)
cond = h.make_graph([h.make_node('Identity', ['x'], ['o'])], 't', [], [h.make_tensor_value_info('o', T.FLOAT, None)])
save('if', [h.make_node('If', ['c'], ['y'], then_branch=cond, else_branch=cond, name='choose')], X+[('c', T.BOOL, [])], ['y'])
save('nonzero', [h.make_node('NonZero', ['x'], ['i']), h.make_node('Cast', ['i'], ['y'], to=1)], X, ['y'])
save('unknown', [h.make_node('Dett', ['x'], ['y'])], X, ['y'])
save('prelu', [h.make_node('PRelu', ['x', 's'], ['y'])], X, ['y'], [('s', np.random.rand(3, 1, 1).astype(f))])
save('onehot', [h.make_node('OneHot', ['i', 'd', 'v'], ['y'])], [('i', T.INT64, ['n', 6])], ['y'], [('d', np.array(10)), ('v', np.array([0, 1], f))])
save('scatter', [h.make_node('ScatterND', ['x', 'i', 'u'], ['y'])], X, ['y'], [('i', np.zeros((1, 2), np.int64)), ('u', np.zeros((1, 17, 17), f))])
save('trilu', [h.make_node('Trilu', ['x'], ['y'], upper=0)], X, ['y'], opset=14)
save('cumsum', [h.make_node('CumSum', ['x', 'a'], ['y'])], X, ['y'], [('a', np.array(1))])
save('mean', [h.make_node('Mean', ['x', 'x', 'x'], ['a']), h.make_node('Max', ['a', 'x'], ['b']), h.make_node('Sum', ['a', 'b'], ['y'])], X, ['y'])
save('pow', [h.make_node('Pow', ['x', 'two'], ['a']), h.make_node('Sub', ['one', 'a'], ['b']), h.make_node('Div', ['one', 'b'], ['y'])], X, ['y'], [('two', np.array(2, f)), ('one', np.array([1], f))])


def main():
    failed = 0
    files = [os.path.join(FOLDER, name + ".onnx") for name in EXPECTED]
    run = subprocess.run([LAYERBOOK, "summary", "--json"] + files, capture_output=True, text=True)
    for (name, right), line in zip(EXPECTED.items(), run.stdout.splitlines(), strict=True):
        said = json.loads(line)
        if name in REFUSED:
            fine = not said["ok"] and REFUSED[name] in said["error"]["message"]
        elif name in BY_HAND:
            fine = said["outputs"] == BY_HAND[name]
        else:
            fine = said["ok"] and len(said["outputs"]) == len(right) and all(
                len(a) == len(b) and all(y is None and isinstance(x, str) or x == y for x, y in zip(a, b)) for a, b in zip(said["outputs"], right))
        if not fine:
            failed += 1
            print(f"FAILED {name}: said {said['outputs'] or said['error']}, right {BY_HAND.get(name, right)}")
    print(f"{len(EXPECTED)} models, {failed} failures")
    sys.exit(1 if failed else 0)


main()
