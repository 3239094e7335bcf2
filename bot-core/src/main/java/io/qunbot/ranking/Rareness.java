package io.qunbot.ranking;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** How rare a gram is in talk at large, whatever a catalogue holds: its inverse document frequency. */
final class Rareness {

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

    double of(int gram) {
        int at = Arrays.binarySearch(grams, gram);
        return Math.log((lines + 1) / ((at < 0 ? 0 : counts[at]) + 0.5));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(lines);
        out.writeInt(grams.length);
        for (int i = 0; i < grams.length; i++) {
            out.writeInt(grams[i]);
            out.writeShort(counts[i]);
        }
    }

    static Rareness read(DataInput in) throws IOException {
        int lines = in.readInt();
        int[] grams = new int[in.readInt()];
        int[] counts = new int[grams.length];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = in.readInt();
            counts[i] = in.readUnsignedShort();
        }
        return new Rareness(lines, grams, counts);
    }
}
