package layerbook.load.tensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/** The parser of heads that are JSON: a key given twice, deep nesting and names past all use are refused. */
final class Json {
    static final JsonFactory FACTORY = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).maxNameLength(100_000).maxStringLength(10_000_000).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build(); // each name of a tensor stands once: a table of names would cost, not save

    private Json() {}
}
