package io.qunbot.yaml;

/** A point in a draft, counted from 0. */
record Cursor(int line, int column) {}
