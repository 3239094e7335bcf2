package io.qunbot.plugin;

import java.time.Duration;

/** What a plugin remarks of a rule that acted without a word, so that statistics know it: the subject is its name. */
public final class RuleUse {

    /** The kind of the remark. */
    public static final String KIND = "did";

    /** For how long: as long as the message is archived. */
    public static final Duration KEPT = Duration.ofDays(3650);

    private RuleUse() {}
}
