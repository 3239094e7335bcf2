package io.qunbot.search;

import io.qunbot.search.ArchiveIndex.Cursor;
import io.qunbot.search.ArchiveIndex.Order;
import io.qunbot.search.ArchiveIndex.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/** One page of what is found: in which order, from where on, and where the next one begins. */
record Paging(@Nullable Cursor after, int most, Order order) {

    /** The order in which documents lie in the index. */
    static final Sort NEWEST = new Sort(new SortField(Documents.AT, SortField.Type.LONG, true),
            new SortField(Documents.NUMBER, SortField.Type.LONG, true),
            new SortField(Documents.KIND, SortField.Type.INT, true));
    private static final Sort OLDEST = new Sort(new SortField(Documents.AT, SortField.Type.LONG),
            new SortField(Documents.NUMBER, SortField.Type.LONG),
            new SortField(Documents.KIND, SortField.Type.INT));

    TopFieldCollectorManager collector() {
        return new TopFieldCollectorManager(order == Order.NEWEST_FIRST ? NEWEST : OLDEST, most, place(), most);
    }

    private @Nullable FieldDoc place() {
        return after == null
                ? null
                : new FieldDoc(Integer.MAX_VALUE, 0, new Object[]{after.at(), after.number(), after.kind()});
    }

    /** What of the time is left behind a place, so that a late page does not look at all that came before it. */
    Question rest(Question question) {
        if (after == null) {
            return question;
        }
        Instant at = Instant.ofEpochMilli(after.at());
        Instant since = order == Order.OLDEST_FIRST && at.isAfter(question.since()) ? at : question.since();
        Instant until = order == Order.NEWEST_FIRST && at.isBefore(question.until())
                ? at.plusMillis(1)
                : question.until();
        return new Question(question.words(), question.lanes(), question.from(), question.types(), since, until);
    }

    Page page(ScoreDoc[] found) {
        List<Cursor> places = new ArrayList<>(found.length);
        for (ScoreDoc each : found) {
            Object[] place = ((FieldDoc) each).fields;
            places.add(new Cursor((Long) place[0], (Long) place[1], (Integer) place[2]));
        }
        return new Page(places, found.length < most ? Optional.empty() : Optional.of(places.getLast()));
    }
}
