package io.qunbot.plugins.reply.effect;

import io.qunbot.yaml.Place;

/**
 * What something that acts goes by.
 *
 * @param name for operators and the archive; may be empty
 * @param key what the plugin remembers it by; never empty
 * @param place where it is written
 */
public record Label(String name, String key, Place place) {}
