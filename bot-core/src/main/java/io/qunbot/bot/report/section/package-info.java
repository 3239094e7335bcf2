/** The sections of a report. None knows of another, and none reads a store of its own accord. */
@NullMarked
package io.qunbot.bot.report.section;

import org.jspecify.annotations.NullMarked;
