/** A transcript's file as it is written: fields, times and lines. It knows no profile and no colleague. */
@NullMarked
package io.qunbot.transcript.form;

import org.jspecify.annotations.NullMarked;
