/**
 * What a plugin wants said to each member of a segment by itself. The core lists the members when it is time, has
 * colleagues asked, and follows what became of it; a plugin only says who, when and what.
 */
@NullMarked
package io.qunbot.plugin.campaign;

import org.jspecify.annotations.NullMarked;
