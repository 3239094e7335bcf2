/**
 * The language of {@code rules/tests/*.test.yaml}: a chat as people see it, line by line. It reads files, finds every
 * mistake in them and writes them back; it runs nothing and knows no bot.
 */
@NullMarked
package io.qunbot.transcript;

import org.jspecify.annotations.NullMarked;
