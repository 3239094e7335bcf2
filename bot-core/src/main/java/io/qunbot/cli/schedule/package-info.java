/** How what lies ahead is shown: as text, as JSON, and as a calendar for colleagues' own programs. */
@NullMarked
package io.qunbot.cli.schedule;

import org.jspecify.annotations.NullMarked;
