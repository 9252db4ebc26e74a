package layerbook.load.config;

import java.util.List;
import layerbook.shape.Refusal;

/** Which network of a family a file is about: {@code LlamaForCausalLM} is a decoder with the head {@code ForCausalLM}. */
enum Architecture {
    /** Without a head. */
    MODEL("Model"),
    CAUSAL("ForCausalLM", "LMHeadModel"),
    MASKED("ForMaskedLM"),
    PRETRAINING("ForPreTraining"),
    NEXT_SENTENCE("ForNextSentencePrediction"),
    SEQUENCE("ForSequenceClassification"),
    TOKENS("ForTokenClassification"),
    ANSWER("ForQuestionAnswering", "ForQuestionAnsweringSimple"),
    CHOICE("ForMultipleChoice"),
    GENERATION("ForConditionalGeneration"),
    ENCODER("EncoderModel"),
    IMAGE("ForImageClassification"),
    TEACHER("ForImageClassificationWithTeacher"),
    MASKED_IMAGE("ForMaskedImageModeling"),
    TEXT("TextModel"),
    VISION("VisionModel"),
    TEXT_PROJECTION("TextModelWithProjection"),
    VISION_PROJECTION("VisionModelWithProjection"),
    AUDIO("ForAudioClassification");

    private final List<String> endings;

    Architecture(String... endings) {
        this.endings = List.of(endings);
    }

    String ending() {
        return endings.get(0);
    }

    /** The one with the longest ending that the class name has. */
    static Architecture of(String className, List<Architecture> known) {
        Architecture best = null;
        int longest = 0;
        for (Architecture a : known) {
            for (String ending : a.endings) {
                if (className.endsWith(ending) && ending.length() > longest) {
                    best = a;
                    longest = ending.length();
                }
            }
        }
        if (best == null) {
            List<String> heads = known.stream().map(Architecture::ending).toList();
            throw Refusal.option("the architecture " + className + " is not known").at("architectures", "ends with " + String.join(", ", heads))
                .why("this family is built with the heads " + String.join(", ", heads));
        }
        return best;
    }
}
