/**
 * Answers what members say, by the operator's rules: at most one answer a message, always the same
 * one, and silence whenever a rule is not sure to be meant. It knows no question catalogue and no
 * other plugin.
 */
@NullMarked
package io.qunbot.plugins.reply;

import org.jspecify.annotations.NullMarked;
