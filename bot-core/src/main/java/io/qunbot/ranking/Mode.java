package io.qunbot.ranking;

/** Shipped thresholds on the confidence; the same for every catalogue. */
public enum Mode {
    /** Rather silent than wrong, even about questions that the catalogue nearly holds. */
    CAREFUL(0.75, 0.4),
    /** Answers more, and is more often wrong about what the catalogue does not hold. */
    BALANCED(0.6, 0.35);

    private final double answer;
    private final double offer;

    Mode(double answer, double offer) {
        this.answer = answer;
        this.offer = offer;
    }

    /** From which confidence on the question counts as meant. */
    public double answer() {
        return answer;
    }

    /** From which confidence on it is worth asking whether it was meant. */
    public double offer() {
        return offer;
    }
}
