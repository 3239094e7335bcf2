/**
 * Welcomes people: those who join within a moment together, once; recognises their introductions, thanks them, reminds
 * those who are silent once, comes back to them some days later, and finds out who belongs here. It keeps a book of who
 * came, and knows nothing of what else is said in a group.
 */
@NullMarked
package io.qunbot.plugins.welcome;

import org.jspecify.annotations.NullMarked;
