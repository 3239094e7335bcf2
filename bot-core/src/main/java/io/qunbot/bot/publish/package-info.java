/**
 * Versions of the rules: what lies in the folder and when it is worth reading, what took effect before and
 * what changed, and which groups try something new. Knows files and the store, and neither the bot around it
 * nor any command.
 */
@NullMarked
package io.qunbot.bot.publish;

import org.jspecify.annotations.NullMarked;
