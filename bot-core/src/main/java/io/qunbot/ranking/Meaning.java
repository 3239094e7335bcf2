package io.qunbot.ranking;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.util.VectorUtil;

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

    /** What several texts mean together. */
    static Meaning mean(Collection<Meaning> meanings) {
        float[] sum = new float[meanings.iterator().next().coordinates.length];
        for (Meaning meaning : meanings) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += meaning.coordinates[i];
            }
        }
        return of(sum);
    }

    /** -1..1. */
    float cosine(Meaning other) {
        return VectorUtil.dotProduct(coordinates, other.coordinates);
    }

    /** For Lucene, which does not change it. */
    float[] coordinates() {
        return coordinates;
    }

    /** Writes it in few bytes, one for each coordinate. */
    void write(DataOutput out) throws IOException {
        float largest = 0;
        for (float coordinate : coordinates) {
            largest = Math.max(largest, Math.abs(coordinate));
        }
        out.writeShort(coordinates.length);
        for (float coordinate : coordinates) {
            out.writeByte(largest == 0 ? 0 : Math.round(coordinate / largest * Byte.MAX_VALUE));
        }
    }

    static Meaning read(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        float[] vector = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            vector[i] = bytes[i];
        }
        return of(vector);
    }
}
