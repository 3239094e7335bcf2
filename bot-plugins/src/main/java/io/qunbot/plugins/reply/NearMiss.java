package io.qunbot.plugins.reply;

import io.qunbot.yaml.Place;
import io.qunbot.yaml.Words;
import org.jspecify.annotations.Nullable;

/**
 * What kept a condition from being met although some of it is there.
 *
 * @param cause where it stands, null when that is not known
 * @param field the setting, when only that is known
 * @param nearness how many characters of the condition are there
 */
record NearMiss(@Nullable Place cause, String field, int nearness, Words words) {}
