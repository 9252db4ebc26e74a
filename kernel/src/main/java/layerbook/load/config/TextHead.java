package layerbook.load.config;

import java.util.function.UnaryOperator;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/**
 * The heads of decoders of text: what stands on them and how it is called in the checkpoint.
 *
 * @param body the decoder's name under a head
 * @param logits the name of the matrix that gives the logits
 * @param bias whether that matrix has a bias
 * @param scaled what is done to the logits
 * @param tokens the name of the matrix that gives the classes of each token
 * @param answerBody the decoder's name under the head that marks an answer
 */
record TextHead(String body, String logits, boolean bias, UnaryOperator<Tensor> scaled, String tokens, String answerBody) {
    static TextHead of(String body) {
        return new TextHead(body, "lm_head", false, UnaryOperator.identity(), "classifier", body);
    }

    TextHead logits(String name, boolean withBias) {
        return new TextHead(body, name, withBias, scaled, tokens, answerBody);
    }

    /**
     * Puts the head on.
     *
     * @param width what the decoder gives for each token
     * @param table the table of words, which the logits' matrix may share
     */
    Model on(Block decoder, Config c, Architecture head, long width, Unit table) {
        return switch (head) {
            case SEQUENCE -> new Headed(body, decoder, "score", Parts.linear(width, c.labels(), false), x -> x.select(1, 0));
            case TOKENS -> new Headed(body, decoder, tokens, Parts.linear(width, c.labels(), true), UnaryOperator.identity());
            case ANSWER -> new Headed(answerBody, decoder, "qa_outputs", Parts.linear(width, 2, true), UnaryOperator.identity());
            case CAUSAL -> {
                Unit matrix = Parts.linear(width, c.size("vocab_size"), bias);
                if (c.flag("tie_word_embeddings", true)) {
                    Parts.tie(matrix, table);
                }
                yield new Headed(body, decoder, logits, matrix, scaled);
            }
            default -> decoder;
        };
    }
}
