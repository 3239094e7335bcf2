package io.qunbot.search;

import io.qunbot.text.Fold;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** How something that was said lies in the index: one document, by its fields. */
final class Documents {

    static final String PAIRS = "text";
    static final String SINGLES = "single";
    static final String LANE = "lane";
    static final String FROM = "from";
    static final String TYPE = "type";
    static final String AT = "at";
    private static final String KEY = "key";
    static final String KIND = "kind";
    static final String NUMBER = "number";
    private static final FieldType IN_ORDER = terms(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType PRESENT = terms(IndexOptions.DOCS);

    private Documents() {}

    private static FieldType terms(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    static Document of(Entry entry) {
        Document document = new Document();
        long at = entry.at().toEpochMilli();
        String folded = Fold.of(entry.text());
        document.add(new Field(PAIRS, PairStream.ofPairs(folded), IN_ORDER));
        document.add(new Field(SINGLES, PairStream.ofSingles(folded), PRESENT));
        document.add(new StringField(KEY, key(entry.key()), Field.Store.NO));
        document.add(new IntPoint(LANE, entry.lane()));
        document.add(new StringField(FROM, entry.from(), Field.Store.NO));
        document.add(new StringField(TYPE, entry.type(), Field.Store.NO));
        document.add(new NumericDocValuesField(LANE, entry.lane()));
        document.add(new SortedDocValuesField(FROM, new BytesRef(entry.from())));
        document.add(new SortedDocValuesField(TYPE, new BytesRef(entry.type())));
        document.add(new LongPoint(AT, at));
        document.add(new NumericDocValuesField(AT, at));
        document.add(new NumericDocValuesField(NUMBER, entry.key().number()));
        document.add(new NumericDocValuesField(KIND, entry.key().kind().code()));
        return document;
    }

    /** By which it is found again. */
    static Term term(Entry.Key key) {
        return new Term(KEY, key(key));
    }

    private static String key(Entry.Key key) {
        return key.kind().code() + "/" + key.number();
    }

}
