package io.qunbot.plugin.keep;

/** What of a conversation may be kept. */
public record Keeping(ConsentPolicy consent, MediaPolicy media) {

    /** How it is where nobody decided. */
    public static final Keeping DEFAULT = new Keeping(ConsentPolicy.DEFAULT, MediaPolicy.DEFAULT);
}
