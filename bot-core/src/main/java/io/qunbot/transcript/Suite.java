package io.qunbot.transcript;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Source;
import java.util.List;
import java.util.stream.Stream;

/**
 * A test file.
 *
 * @param scripts the cases without mistakes
 * @param broken the names of those with mistakes, which are not run
 */
public record Suite(Source source, Located<String> profile, List<Script> scripts, List<Located<String>> broken) {

    public Suite {
        scripts = List.copyOf(scripts);
        broken = List.copyOf(broken);
    }

    /** The same file, when a mistake in it concerns all of its cases. */
    Suite unfit() {
        List<Located<String>> all = Stream.concat(broken.stream(), scripts.stream().map(Script::name)).toList();
        return new Suite(source, profile, List.of(), all);
    }
}
