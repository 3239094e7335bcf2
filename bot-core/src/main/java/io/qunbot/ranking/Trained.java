package io.qunbot.ranking;

/** What a ranker learnt of its entries, for the next one to build upon. A value. */
public record Trained() {

    /** Nothing learnt yet. */
    public static Trained none() {
        return new Trained();
    }
}
