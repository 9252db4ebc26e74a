package layerbook.session.words;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a word of the facade does, where {@code ?word} and the reader of the code both find it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Doc {
    /** One or two sentences. */
    String value();

    /** Calls as one types them. */
    String[] examples() default {};
}
