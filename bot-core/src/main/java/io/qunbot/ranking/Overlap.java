package io.qunbot.ranking;

/** What two texts share letter by letter. */
final class Overlap {

    private Overlap() {}

    /** 0..1: the longest common subsequence, against both lengths. */
    static double inOrder(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int diagonal = 0;
            for (int j = 0; j < other.length(); j++) {
                int above = row[j + 1];
                row[j + 1] = one.charAt(i) == other.charAt(j) ? diagonal + 1 : Math.max(above, row[j]);
                diagonal = above;
            }
        }
        return 2.0 * row[other.length()] / Math.max(1, one.length() + other.length());
    }

    /** 0..1: the longest common run, against the shorter length. */
    static double inOneRun(String one, String other) {
        int[] row = new int[other.length() + 1];
        int longest = 0;
        for (int i = 0; i < one.length(); i++) {
            int diagonal = 0;
            for (int j = 0; j < other.length(); j++) {
                int above = row[j + 1];
                row[j + 1] = one.charAt(i) == other.charAt(j) ? diagonal + 1 : 0;
                longest = Math.max(longest, row[j + 1]);
                diagonal = above;
            }
        }
        return (double) longest / Math.max(1, Math.min(one.length(), other.length()));
    }
}
