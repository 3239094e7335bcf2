package io.qunbot.simulation.run;

import io.qunbot.transcript.Line;
import io.qunbot.yaml.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down how a case goes. */
final class Account {

    private final List<Entry> entries = new ArrayList<>();

    void plain(Line line) {
        entries.add(new Entry(Entry.Mark.PLAIN, line.text(), List.of(), Optional.empty()));
    }

    void met(Line line) {
        entries.add(new Entry(Entry.Mark.MET, line.text(), List.of(), Optional.empty()));
    }

    void failed(String text, List<Words> details, Optional<Fix> fix) {
        entries.add(new Entry(Entry.Mark.FAILED, text, details, fix));
    }

    boolean hasFailures() {
        return entries.stream().anyMatch(entry -> entry.mark() == Entry.Mark.FAILED);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
