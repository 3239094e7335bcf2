package io.qunbot.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The record that a whole file is bound to: what such files are called, and where in a home they lie. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FileKind {

    /** One word, such as {@code faq}. */
    String value();

    /** Their path in a home, {@code *} for any name: {@code rules/faq/*.yaml}. */
    String files();
}
