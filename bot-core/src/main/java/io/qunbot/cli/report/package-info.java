/**
 * Problems as operators, editors and build servers want to read them. It knows how they are written, and
 * nothing of how they are found.
 */
@NullMarked
package io.qunbot.cli.report;

import org.jspecify.annotations.NullMarked;
