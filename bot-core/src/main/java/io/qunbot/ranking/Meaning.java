package io.qunbot.ranking;

import java.util.List;

/** A direction: what a text means. Texts that mean nearly the same point nearly the same way. Immutable. */
final class Meaning {

    private final float[] coordinates;

    private Meaning(float[] coordinates) {
        this.coordinates = coordinates;
    }

    /** The direction of a vector, which is stretched to length 1 in place; zero means nothing at all. */
    static Meaning of(float[] vector) {
        double square = 0;
        for (float coordinate : vector) {
            square += coordinate * coordinate;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; length > 0 && i < vector.length; i++) {
            vector[i] /= length;
        }
        return new Meaning(vector);
    }

    /** What the words of a text mean together, those that say more counting more. */
    static Meaning of(Tokens tokens, WordVectors vectors) {
        float[] sum = new float[vectors.dimensions()];
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.isKnown(i)) {
                vectors.add(tokens.word(i), tokens.weight(i), sum);
            }
        }
        return of(sum);
    }

    /** What several texts mean together. */
    static Meaning mean(List<Meaning> meanings, int dimensions) {
        float[] sum = new float[dimensions];
        for (Meaning meaning : meanings) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += meaning.coordinates[i];
            }
        }
        return of(sum);
    }

    /** -1..1; 0 beside what means nothing. */
    float cosine(Meaning other) {
        float even = 0;
        float odd = 0;
        // Two sums, since one would have to wait for itself at each step.
        for (int i = 0; i + 1 < coordinates.length; i += 2) {
            even += coordinates[i] * other.coordinates[i];
            odd += coordinates[i + 1] * other.coordinates[i + 1];
        }
        return even + odd;
    }

    int dimensions() {
        return coordinates.length;
    }

    float coordinate(int dimension) {
        return coordinates[dimension];
    }
}
