package io.qunbot.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a value type is written, for whoever describes the language: beside its {@code parse(String)}, which
 * decides, and its {@link Doc}, which says what it is.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Written {

    /**
     * What the whole text looks like, as a regular expression that Java and JavaScript read alike. It may take
     * more than {@code parse} does, never less; any text by default.
     */
    String pattern() default "";

    /** Words that may be written instead of what the pattern describes, such as {@code off}. */
    String[] words() default {};

    String[] examples() default {};
}
