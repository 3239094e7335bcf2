package io.qunbot.plugin.mask;

/** A text as code points, some of which are hidden. */
final class Stars {

    private final String text;
    private final int[] points;
    private boolean changed;

    Stars(String text) {
        this.text = text;
        this.points = text.codePoints().toArray();
    }

    int[] points() {
        return points;
    }

    void hide(int at) {
        points[at] = '*';
        changed = true;
    }

    String text() {
        return changed ? new String(points, 0, points.length) : text;
    }
}
