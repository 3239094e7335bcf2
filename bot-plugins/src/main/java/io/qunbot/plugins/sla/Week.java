package io.qunbot.plugins.sla;

import io.qunbot.plugin.question.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened in the conversations of a profile since the last summary.
 *
 * @param since in milliseconds of the epoch
 * @param told for which time the last summary was, in milliseconds of the epoch; 0 for none
 * @param groups by the conversation's id
 */
record Week(long since, long told, Map<String, Row> groups) {

    static final String KEY = "week";
    /** More conversations are not told apart. */
    private static final int MOST_GROUPS = 300;
    private static final String OTHERS = "";

    Week {
        groups = new TreeMap<>(groups);
    }

    /**
     * A conversation.
     *
     * @param waits how long answers took, in seconds: the newest of them
     */
    record Row(String name, long asked, long answered, long late, long unresolved, long withdrawn, int open,
            List<Long> waits) {

        private static final int MOST = 60;
        static final Row NONE = new Row("", 0, 0, 0, 0, 0, 0, List.of());

        Row {
            waits = List.copyOf(waits);
        }

        Row with(Figure figure) {
            List<Long> all = new ArrayList<>(waits);
            if (figure.what() == Happened.ANSWERED) {
                all.add(figure.seconds());
            }
            return new Row(name, asked + one(figure, Happened.ASKED), answered + one(figure, Happened.ANSWERED),
                    late + one(figure, Happened.LATE), unresolved + one(figure, Happened.UNRESOLVED),
                    withdrawn + one(figure, Happened.WITHDRAWN), open,
                    all.subList(Math.max(0, all.size() - MOST), all.size()));
        }

        private static long one(Figure figure, Happened what) {
            return figure.what() == what ? 1 : 0;
        }

        Row of(String called, int waiting) {
            return new Row(called, asked, answered, late, unresolved, withdrawn, waiting, waits);
        }
    }

    static Week since(Instant now) {
        return new Week(now.toEpochMilli(), 0, Map.of());
    }

    Week with(News news) {
        Map<String, Row> all = new TreeMap<>(groups);
        String key = all.containsKey(news.chat()) || all.size() < MOST_GROUPS ? news.chat() : OTHERS;
        Row row = all.getOrDefault(key, Row.NONE);
        for (Figure figure : news.figures()) {
            row = row.with(figure);
        }
        all.put(key, row.of(key.equals(OTHERS) ? "其他群" : news.name(), news.open()));
        return new Week(since, told, all);
    }

    /** A new one begins; who waits is still open. */
    Week over(long occasion, Instant now) {
        Map<String, Row> open = new TreeMap<>();
        groups.forEach((chat, row) -> {
            if (row.open() > 0) {
                open.put(chat, Row.NONE.of(row.name(), row.open()));
            }
        });
        return new Week(now.toEpochMilli(), occasion, open);
    }
}
