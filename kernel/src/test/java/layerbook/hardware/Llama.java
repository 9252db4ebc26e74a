package layerbook.hardware;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The weights of a Llama by its sizes, under the names of its checkpoints. */
record Llama(int layers, int width, int keyWidth, int hidden, int words) {
    static final Llama SEVEN_B = new Llama(32, 4096, 4096, 11008, 32000);
    static final Llama EIGHT_B = new Llama(32, 4096, 1024, 14336, 128256);

    Weights weights() {
        var all = new ArrayList<WeightTensor>();
        all.add(tensor("model.embed_tokens.weight", WeightTensor.Use.TABLE, words, width));
        for (int i = 0; i < layers; i++) {
            String block = "model.layers." + i + ".";
            all.add(tensor(block + "self_attn.q_proj.weight", WeightTensor.Use.MATRIX, width, width));
            all.add(tensor(block + "self_attn.k_proj.weight", WeightTensor.Use.MATRIX, keyWidth, width));
            all.add(tensor(block + "self_attn.v_proj.weight", WeightTensor.Use.MATRIX, keyWidth, width));
            all.add(tensor(block + "self_attn.o_proj.weight", WeightTensor.Use.MATRIX, width, width));
            all.add(tensor(block + "mlp.gate_proj.weight", WeightTensor.Use.MATRIX, hidden, width));
            all.add(tensor(block + "mlp.up_proj.weight", WeightTensor.Use.MATRIX, hidden, width));
            all.add(tensor(block + "mlp.down_proj.weight", WeightTensor.Use.MATRIX, width, hidden));
            all.add(tensor(block + "input_layernorm.weight", WeightTensor.Use.OTHER, width));
            all.add(tensor(block + "post_attention_layernorm.weight", WeightTensor.Use.OTHER, width));
        }
        all.add(tensor("model.norm.weight", WeightTensor.Use.OTHER, width));
        all.add(tensor("lm_head.weight", WeightTensor.Use.OUTPUT_TABLE, words, width));
        return new Weights(all);
    }

    private static WeightTensor tensor(String name, WeightTensor.Use use, int... dims) {
        List<BigInteger> sizes = Arrays.stream(dims).mapToObj(BigInteger::valueOf).toList();
        return new WeightTensor(name, sizes, use, true);
    }
}
