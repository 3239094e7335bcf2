/**
 * Pictures, films and files of the archive: fetched in the background, stored by their content, and taken away again.
 * How they are asked for is for {@code wecom.archive}.
 */
@NullMarked
package io.qunbot.bot.archive.media;

import org.jspecify.annotations.NullMarked;
