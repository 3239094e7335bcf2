package io.qunbot.plugins.sla;

import io.qunbot.plugin.question.Happened;

/** Something that happened to a question, and after how many seconds. */
record Figure(Happened what, long seconds) {}
