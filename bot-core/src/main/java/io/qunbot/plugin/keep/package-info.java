/**
 * What an operator decides about the archive of a conversation: whose words may be kept, and which pictures and files
 * for how long. Only the decisions are here; the core follows them before anything is written.
 */
@NullMarked
package io.qunbot.plugin.keep;

import org.jspecify.annotations.NullMarked;
