/**
 * The one durable memory: journal, completions, memory, alarms and outbox rows, in one SQLite file with
 * one writer that commits in groups. The only user of JDBC; it knows nothing of rules or channels.
 */
@NullMarked
package io.qunbot.store;

import org.jspecify.annotations.NullMarked;
