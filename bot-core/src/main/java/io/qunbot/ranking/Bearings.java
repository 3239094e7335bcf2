package io.qunbot.ranking;

import java.util.function.IntPredicate;

/** How near a message comes to every entry of a catalogue, by an embedder's vectors. Immutable. */
final class Bearings {

    /** By entry, the cosine with its nearest way of asking. */
    private final float[] cosines;

    Bearings(float[] cosines) {
        this.cosines = cosines;
    }

    double cosine(int entry) {
        return cosines[entry];
    }

    /** The few open entries that come nearest, the nearest first. */
    int[] nearest(int most, IntPredicate open) {
        Top top = new Top(most);
        for (int entry = 0; entry < cosines.length; entry++) {
            if (top.takes(cosines[entry]) && open.test(entry)) {
                top.add(entry, cosines[entry]);
            }
        }
        return top.numbers();
    }

    /** The mean over all entries but one. */
    double meanOfOthers(int entry) {
        double sum = -cosines[entry];
        for (float cosine : cosines) {
            sum += cosine;
        }
        return sum / (cosines.length - 1);
    }
}
