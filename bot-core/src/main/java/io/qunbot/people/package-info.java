/**
 * What follows a person across groups, as values: the tags and facts on a member's lane with their evidence, the
 * families that tags belong to, and the segments that are made of them. Pure: it knows neither lanes nor the store, and
 * decides nothing about time.
 */
@NullMarked
package io.qunbot.people;

import org.jspecify.annotations.NullMarked;
