package layerbook.session.output;

import java.util.List;
import java.util.function.IntFunction;
import layerbook.lesson.WhatIf;

/**
 * Something shown of which a front end with sliders may show one case at a time.
 *
 * @param name what is chosen, e.g. {@code 1 conv2d_1: kernelSize}
 * @param values what there is to choose from, as text, in order
 * @param chosen the one to begin with
 * @param html what is shown for one of them
 */
public record Choices(String name, List<String> values, int chosen, IntFunction<String> html) {
    public static Choices of(WhatIf whatIf) {
        List<String> values = whatIf.cases().stream().map(WhatIf.Case::value).toList();
        int now = Math.max(0, whatIf.cases().stream().map(WhatIf.Case::now).toList().indexOf(true));
        return new Choices(whatIf.title(), values, now, which -> whatIf.only(which).html());
    }
}
