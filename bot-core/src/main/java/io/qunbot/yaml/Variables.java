package io.qunbot.yaml;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the environment's values in place of <code>${NAME}</code> and <code>${NAME:default}</code>. */
final class Variables {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?\\}");

    private final Function<String, Optional<String>> environment;

    Variables(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /** The expanded text; empty when a variable is not set, which is then a problem. */
    Optional<String> expand(YamlScalar scalar, Problems problems) {
        Matcher variable = VARIABLE.matcher(scalar.text());
        StringBuilder text = new StringBuilder();
        boolean complete = true;
        while (variable.find()) {
            Optional<String> value = environment.apply(variable.group(1)).or(() -> fallback(variable));
            if (value.isEmpty()) {
                unset(variable.group(1), scalar.place(), problems);
                complete = false;
            }
            variable.appendReplacement(text, Matcher.quoteReplacement(value.orElse("")));
        }
        return complete ? Optional.of(variable.appendTail(text).toString()) : Optional.empty();
    }

    private static Optional<String> fallback(Matcher variable) {
        return Optional.ofNullable(variable.group(2));
    }

    private static void unset(String name, Place place, Problems problems) {
        problems.error(Code.UNSET_VARIABLE.id(), place,
                new Words("环境变量 " + name + " 没有设置", "the environment variable " + name + " is not set"),
                new Words("启动前设置它,或者写默认值 ${" + name + ":默认值}",
                        "set it before the start, or give a default: ${" + name + ":default}"));
    }
}
