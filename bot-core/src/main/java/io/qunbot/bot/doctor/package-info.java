/**
 * Tries each channel against WeCom and says what is missing, in the words of WeCom's console. It sends nothing
 * unless it is asked to, and shows no secret.
 */
@NullMarked
package io.qunbot.bot.doctor;

import org.jspecify.annotations.NullMarked;
