/**
 * Describes the files that operators write, from the records that they are bound to: a JSON Schema for
 * editors and a page for people. It reads no file.
 */
@NullMarked
package io.qunbot.yaml.schema;

import org.jspecify.annotations.NullMarked;
