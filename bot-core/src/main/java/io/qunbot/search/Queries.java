package io.qunbot.search;

import io.qunbot.text.Fold;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What is asked of the index, as the index understands it. */
final class Queries {

    private Queries() {}

    /** What was said in a conversation before a time. */
    static Query before(int lane, Instant before) {
        return new BooleanQuery.Builder()
                .add(IntPoint.newExactQuery(Documents.LANE, lane), BooleanClause.Occur.FILTER)
                .add(LongPoint.newRangeQuery(Documents.AT, Long.MIN_VALUE, before.toEpochMilli() - 1),
                        BooleanClause.Occur.FILTER)
                .build();
    }

    static Query of(Question question) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER);
        words(Fold.of(question.words())).ifPresent(words -> all.add(words, BooleanClause.Occur.FILTER));
        if (!question.lanes().isEmpty()) {
            all.add(IntPoint.newSetQuery(Documents.LANE, question.lanes()), BooleanClause.Occur.FILTER);
        }
        oneOf(Documents.FROM, question.from(), all);
        oneOf(Documents.TYPE, question.types(), all);
        all.add(time(question.since().toEpochMilli(), question.until().toEpochMilli() - 1),
                BooleanClause.Occur.FILTER);
        return new ConstantScoreQuery(all.build());
    }

    /** Pairs, each where it has to be behind the first: every other one is enough, with the last. */
    private static Optional<Query> words(String folded) {
        List<String> pairs = PairStream.pairs(folded);
        if (pairs.isEmpty()) {
            return folded.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new TermQuery(new Term(Documents.SINGLES, folded)));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int at = 0; at < pairs.size(); at++) {
            if (at % 2 == 0 || at == pairs.size() - 1) {
                phrase.add(new Term(Documents.PAIRS, pairs.get(at)), at);
            }
        }
        return Optional.of(phrase.build());
    }

    /** Documents lie in the order of their time, so both ends are found at once. */
    private static Query time(long since, long last) {
        return new IndexSortSortedNumericDocValuesRangeQuery(Documents.AT, since, last,
                LongPoint.newRangeQuery(Documents.AT, since, last));
    }

    private static void oneOf(String field, List<String> values, BooleanQuery.Builder all) {
        if (!values.isEmpty()) {
            all.add(new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()),
                    BooleanClause.Occur.FILTER);
        }
    }
}
