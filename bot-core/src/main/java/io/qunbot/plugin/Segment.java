package io.qunbot.plugin;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.Instant;
import java.util.List;

/** A part of the people, by what is known of them: what an operator calls by a name. Immutable and quick. */
@FunctionalInterface
public interface Segment {

    /** The problem of a segment that nobody wrote. */
    String UNKNOWN = "P024";

    boolean has(Person person, Instant now);

    /** Whether somebody is in one of these; true when none is asked for. */
    static boolean isIn(List<Located<String>> names, Person person, Instant now, PluginServices services) {
        return names.isEmpty() || names.stream().anyMatch(name -> services.segment(name.value())
                .filter(segment -> segment.has(person, now)).isPresent());
    }

    /** Notes those that nobody wrote; for {@link Plugin#check}. */
    static void check(List<Located<String>> names, PluginServices services, Problems problems) {
        List<String> known = services.segments();
        names.stream().filter(name -> !known.contains(name.value())).forEach(name -> unknown(name, known, problems));
    }

    /** Notes a segment that is used and that nobody wrote. */
    static void unknown(Located<String> name, List<String> known, Problems problems) {
        problems.error(UNKNOWN, name.place(),
                new Words("没有 “" + name.value() + "” 这个分群", "there is no segment '" + name.value() + "'"),
                known.isEmpty()
                        ? new Words("写在 config/tags.yaml 的 segments 里", "write it under segments in config/tags.yaml")
                        : Nearest.help(name.value(), known));
    }
}
