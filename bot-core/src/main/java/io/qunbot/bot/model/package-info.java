/**
 * Models outside the house, asked over HTTP in OpenAI's manner: one that makes vectors and one that judges.
 * Whatever goes wrong with them costs no more than its deadline and is an empty answer. Nothing here knows
 * rules or chats, and nothing is asked that the configuration does not name.
 */
@NullMarked
package io.qunbot.bot.model;

import org.jspecify.annotations.NullMarked;
