package io.qunbot.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Fields that the language once had: named with what is written instead, never ignored. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Retired {

    Field[] value();

    /** One of them, and what to write instead. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Field {
        String name();

        String zh();

        String en();
    }
}
