package io.qunbot.cli.quality;

import io.qunbot.cli.quality.data.Query;

/** A query, and what it was taken for. */
public record Judged(Query query, Opinion opinion) {}
