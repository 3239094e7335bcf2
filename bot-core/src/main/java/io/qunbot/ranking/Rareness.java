package io.qunbot.ranking;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** How rare a gram is in talk at large, whatever a catalogue holds: its inverse document frequency. */
final class Rareness {

    private static final double RARE = 5;

    private final int lines;
    private final int[] grams;
    private final int[] counts;

    /**
     * @param grams ascending
     * @param counts in how many lines each occurs
     */
    private Rareness(int lines, int[] grams, int[] counts) {
        this.lines = lines;
        this.grams = grams;
        this.counts = counts;
    }

    /** @param lines normalised */
    static Rareness in(List<String> lines, Function<String, int[]> grams) {
        int[] all = lines.stream().flatMapToInt(line -> Arrays.stream(grams.apply(line)).distinct()).sorted().toArray();
        int[] distinct = Arrays.stream(all).distinct().toArray();
        int[] counts = new int[distinct.length];
        int at = -1;
        for (int i = 0; i < all.length; i++) {
            at += i == 0 || all[i] != all[i - 1] ? 1 : 0;
            counts[at]++;
        }
        return new Rareness(lines.size(), distinct, counts);
    }

    /** Whether it stands in so few lines that it tells something by itself: in less than one of 150. */
    boolean isRare(int gram) {
        return of(gram) > RARE;
    }

    double of(int gram) {
        int at = Arrays.binarySearch(grams, gram);
        return Math.log((lines + 1) / ((at < 0 ? 0 : counts[at]) + 0.5));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(lines);
        out.writeInt(grams.length);
        for (int gram : grams) {
            out.writeInt(gram);
        }
        for (int count : counts) {
            out.writeInt(count);
        }
    }

    static Rareness read(ByteBuffer in) {
        int lines = in.getInt();
        int size = in.getInt();
        return new Rareness(lines, Resource.ints(in, size), Resource.ints(in, size));
    }
}
