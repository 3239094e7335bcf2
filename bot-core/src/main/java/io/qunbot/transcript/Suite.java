package io.qunbot.transcript;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Source;
import java.util.List;

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
}
