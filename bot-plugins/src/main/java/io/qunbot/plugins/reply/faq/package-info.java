/**
 * The catalogue of questions: how operators write it, what is wrong with it, and which of its questions a message
 * means, with how much confidence. It decides nothing about what is said.
 */
@NullMarked
package io.qunbot.plugins.reply.faq;

import org.jspecify.annotations.NullMarked;
