package layerbook.load.config;

import java.util.List;
import layerbook.net.Model;
import layerbook.net.Tensor;
import layerbook.net.Unit;

/** T5, its multilingual kin and their parts: an encoder and a decoder with one table of words and biases of relative positions. Source: transformers 4.57. */
final class T5 extends Block {
    private static final List<Architecture> HEADS = List.of(Architecture.GENERATION, Architecture.MODEL, Architecture.ENCODER, Architecture.SEQUENCE, Architecture.TOKENS, Architecture.ANSWER);
    static final Family FAMILY = new Family(List.of("t5", "mt5", "umt5"), HEADS, T5::build, (c, head) -> hasDecoder(head) && head != Architecture.SEQUENCE && head != Architecture.ANSWER
        ? List.of(Family.IDS, Family.ids("decoder_input_ids")) : List.of(Family.IDS));

    private final Unit words;
    private final T5Stack encoder;
    private final T5Stack decoder;
    private final Unit logits;
    private final boolean scaled;

    private T5(Config c, Architecture head) {
        words = hold("shared", Parts.embedding(c.size("vocab_size"), c.size("d_model")));
        encoder = hold("encoder", new T5Stack(c, false));
        decoder = hasDecoder(head) ? hold("decoder", new T5Stack(c, true)) : null;
        logits = head == Architecture.GENERATION ? hold("lm_head", Parts.linear(c.size("d_model"), c.size("vocab_size"), false)) : null;
        scaled = c.flag("tie_word_embeddings", true);
        if (logits != null && scaled) {
            Parts.tie(logits, words);
        }
    }

    private static boolean hasDecoder(Architecture head) {
        return head != Architecture.ENCODER && head != Architecture.TOKENS;
    }

    private static Model build(Config c, Architecture head) {
        var body = new T5(c, head);
        long width = c.size("d_model");
        return switch (head) {
            case SEQUENCE -> EncoderHead.of("transformer", body, "classification_head", new Steps().then("dense", Parts.linear(width, width, true)).then(Parts.activation("tanh"))
                .then("out_proj", Parts.linear(width, c.labels(), true)), -1);
            case TOKENS -> EncoderHead.of("transformer", body, "classifier", Parts.linear(width, c.labels(), true), 0);
            case ANSWER -> body.with("qa_outputs", Parts.linear(width, c.labels(), true));
            default -> body;
        };
    }

    private Unit last;

    private T5 with(String name, Unit unit) {
        last = hold(name, unit);
        return this;
    }

    @Override Object forward(List<?> arguments) {
        Tensor ids = tensor(arguments, 0);
        Tensor seen = ids.then(words).then(encoder);
        if (decoder == null) {
            return seen;
        }
        Tensor y = (arguments.size() > 1 ? tensor(arguments, 1) : ids).then(words).then(decoder, seen);
        if (logits != null) {
            return (scaled ? y.mul(Math.pow(decoder.width(), -0.5)) : y).then(logits);
        }
        return last == null ? y : y.then(last);
    }
}
