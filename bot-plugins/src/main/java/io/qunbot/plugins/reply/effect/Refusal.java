package io.qunbot.plugins.reply.effect;

import io.qunbot.yaml.Place;
import io.qunbot.yaml.Words;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why something that is meant does not happen.
 *
 * @param field the setting that decides, as an operator writes it; empty when none does
 * @param cause where the very value stands, null when only its field is known
 * @param left seconds until it is over, 0 when that is not known
 * @param words for operators
 */
public record Refusal(String field, @Nullable Place cause, double left, Supplier<Words> words) {

    /** Nothing is in the way. */
    public static final Refusal NONE = new Refusal("", null, 0, () -> Words.NONE);

    /** @param words made only when somebody reads them */
    public static Refusal by(String field, Supplier<Words> words) {
        return new Refusal(field, null, 0, words);
    }

    /** @param cause where the very value stands */
    public static Refusal by(String field, @Nullable Place cause, Supplier<Words> words) {
        return new Refusal(field, cause, 0, words);
    }

    @SuppressWarnings("ReferenceEquality") // there is only one that is none
    public boolean isNone() {
        return this == NONE;
    }
}
