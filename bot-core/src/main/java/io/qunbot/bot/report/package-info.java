/**
 * What happened in the groups of a profile, or in one of them, for people who forward it. A report is a list of
 * sections, each made by a class of its own from what was gathered once; how it looks is no matter of this package.
 */
@NullMarked
package io.qunbot.bot.report;

import org.jspecify.annotations.NullMarked;
