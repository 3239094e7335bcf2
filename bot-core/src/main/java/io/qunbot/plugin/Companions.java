package io.qunbot.plugin;

import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;

/**
 * Fields that make sense together only.
 *
 * @param code of the problem that one of them stands alone
 */
public record Companions(String code, Problems problems) {

    /** @param alone whether {@code field} is there without {@code other} */
    public void goesWith(boolean alone, Place place, String field, String other) {
        if (alone) {
            problems.error(code, place, new Words(field + " 要和 " + other + " 一起写", field + " goes with " + other),
                    Words.NONE);
        }
    }
}
