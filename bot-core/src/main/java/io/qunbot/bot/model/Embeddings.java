package io.qunbot.bot.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API's answer with vectors, of which anything may be missing. */
record Embeddings(@Nullable List<@Nullable Item> data) {

    /** @param index which text it belongs to; their order, for servers that leave it out */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Item(@Nullable Integer index, float @Nullable [] embedding) {}

    /** The vectors of so many texts in the texts' order, each made one long. */
    List<float[]> vectors(int count) throws ModelException {
        if (data == null || data.size() != count) {
            throw new ModelException("gave " + (data == null ? 0 : data.size()) + " vectors for " + count + " texts");
        }
        float[][] vectors = new float[count][];
        for (int position = 0; position < count; position++) {
            Item item = data.get(position);
            if (item == null || item.embedding() == null) {
                throw new ModelException("left out a vector");
            }
            Integer index = item.index();
            vectors[place(index == null ? position : index, vectors)] = unit(item.embedding());
        }
        return new ArrayList<>(Arrays.asList(vectors));
    }

    private static int place(int index, float[][] vectors) throws ModelException {
        if (index < 0 || index >= vectors.length || vectors[index] != null) {
            throw new ModelException("numbered its vectors wrongly");
        }
        return index;
    }

    private static float[] unit(float[] vector) throws ModelException {
        double square = 0;
        for (float each : vector) {
            square += (double) each * each;
        }
        if (!(square > 0) || !Double.isFinite(square)) {
            throw new ModelException("gave a vector without a direction");
        }
        float[] unit = new float[vector.length];
        for (int at = 0; at < unit.length; at++) {
            unit[at] = (float) (vector[at] / Math.sqrt(square));
        }
        return unit;
    }
}
