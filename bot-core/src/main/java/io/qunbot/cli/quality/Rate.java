package io.qunbot.cli.quality;

/** So many of so many. */
record Rate(int count, int of) {

    static Rate of(boolean counts) {
        return new Rate(counts ? 1 : 0, 1);
    }

    Rate plus(Rate other) {
        return new Rate(count + other.count, of + other.of);
    }

    /** There is at least one of which it is counted. */
    double percent() {
        return 100.0 * count / of;
    }
}
