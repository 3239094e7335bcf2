/**
 * What WeCom writes, as a tree of names and words that is the same for XML and JSON. Takes any bytes
 * from anybody, gives a tree or nothing, never an exception. It knows no field and no cipher.
 */
@NullMarked
package io.qunbot.wecom.codec.tree;

import org.jspecify.annotations.NullMarked;
