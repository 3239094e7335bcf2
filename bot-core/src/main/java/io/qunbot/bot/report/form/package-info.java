/** How a report looks: as text, as Markdown, as a page of its own. Pure. */
@NullMarked
package io.qunbot.bot.report.form;

import org.jspecify.annotations.NullMarked;
