package io.qunbot.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.Event;

/** The comments of a file: a {@code #} within a text is none. */
final class Remarks {

    /**
     * A comment.
     *
     * @param text behind its {@code #}
     * @param alone whether nothing stands before it on its line
     */
    record Remark(String text, Place place, boolean alone) {}

    private Remarks() {}

    /** The comments in their order, as far as the file can be read. */
    static List<Remark> of(Source source) {
        Draft draft = new Draft(source);
        new Prelude(draft).run();
        new BlockScan(draft).run();
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        options.setNestingDepthLimit(Composing.MAX_DEPTH);
        options.setCodePointLimit(Composing.MAX_POINTS);
        List<Remark> remarks = new ArrayList<>();
        try {
            for (Event event : new Yaml(options).parse(new StringReader(draft.text()))) {
                if (event instanceof CommentEvent comment && !comment.getValue().isBlank()) {
                    remarks.add(remark(draft, comment));
                }
            }
        } catch (YAMLException unreadable) {
            // what stands behind the mistake is not looked at; the mistake itself is named elsewhere
        }
        return remarks;
    }

    private static Remark remark(Draft draft, CommentEvent comment) {
        int line = Math.clamp(comment.getStartMark().getLine(), 0, draft.size() - 1);
        int column = draft.written(line, comment.getStartMark().getColumn());
        Place place = draft.place(line, column, draft.row(line).length());
        return new Remark(comment.getValue(), place, draft.row(line).isNothingButComment());
    }
}
