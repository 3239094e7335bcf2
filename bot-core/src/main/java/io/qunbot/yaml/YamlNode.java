package io.qunbot.yaml;

/** A piece of a YAML file that knows where it was written. A value. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {

    Place place();

    /** Whether a field was written with nothing behind it. */
    default boolean isBlank() {
        return this instanceof YamlScalar scalar && scalar.text().isEmpty() && !scalar.quoted();
    }
}
