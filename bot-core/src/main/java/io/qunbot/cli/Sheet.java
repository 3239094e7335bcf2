package io.qunbot.cli;

import io.qunbot.bot.search.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/** An export as it grows: it is begun, takes messages in their order, and is ended. */
interface Sheet {

    void begin() throws IOException;

    void add(Hit hit) throws IOException;

    /** @param count of messages */
    void end(long count) throws IOException;

    /** A message a line. */
    record Lines(Writer out, boolean whole) implements Sheet {

        @Override
        public void begin() {}

        @Override
        public void add(Hit hit) throws IOException {
            out.write(whole ? HitJson.whole(hit) : HitJson.line(hit));
            out.write('\n');
        }

        @Override
        public void end(long count) {}
    }

    /** A table that a spreadsheet opens by itself: it knows by the first character how it is written. */
    record Table(Writer out, boolean whole) implements Sheet {

        @Override
        public void begin() throws IOException {
            out.write('\ufeff');
            row(HitText.columns(), List.of("rule", "version", "outcome"));
        }

        @Override
        public void add(Hit hit) throws IOException {
            row(HitText.cells(hit), List.of(hit.origin().rule(), hit.origin().version(), hit.origin().outcome()));
        }

        private void row(List<String> cells, List<String> more) throws IOException {
            out.write(Csv.row(whole ? Stream.concat(cells.stream(), more.stream()).toList() : cells));
            out.write("\r\n");
        }

        @Override
        public void end(long count) {}
    }

    /** Adds where no checked exception may pass. */
    default void take(Hit hit) {
        try {
            add(hit);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
