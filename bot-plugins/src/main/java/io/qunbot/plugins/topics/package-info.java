/**
 * What a group hears because it is time: topics with a rhythm, their steps, and the contents they work through. It
 * decides at each of its times whether and what to say, and what is collected afterwards.
 */
@NullMarked
package io.qunbot.plugins.topics;

import org.jspecify.annotations.NullMarked;
