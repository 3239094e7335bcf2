/**
 * YAML that knows where it stands: a tree of nodes with file, line and column, bound to records,
 * every
 * mistake a {@link io.qunbot.yaml.Problem}. The only user of SnakeYAML; it knows no rule and no
 * chat.
 */
@NullMarked
package io.qunbot.yaml;

import org.jspecify.annotations.NullMarked;
