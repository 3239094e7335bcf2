/**
 * How long what is archived of a conversation stays. The archive itself is the journal; this plugin
 * only says when its old pages go, and knows nothing of how they are kept.
 */
@NullMarked
package io.qunbot.plugins.archive;

import org.jspecify.annotations.NullMarked;
