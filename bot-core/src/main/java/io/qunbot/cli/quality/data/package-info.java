/**
 * What answers are measured with: rules, and queries of which it is known what they mean. Reads files of JSON
 * lines and names what is wrong in them; knows nothing of ranking.
 */
@NullMarked
package io.qunbot.cli.quality.data;

import org.jspecify.annotations.NullMarked;
