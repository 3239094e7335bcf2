/**
 * Many rules by their words: each a document of a Lucene index that lives while a book is made, and the
 * tables for exact matching that are made from what the index holds. It ranks nothing, and knows
 * neither what a rule says nor where it was written.
 */
@NullMarked
package io.qunbot.keywords;

import org.jspecify.annotations.NullMarked;
