package io.qunbot.transcript;

import io.qunbot.chat.ChatKind;
import io.qunbot.transcript.form.Given;
import io.qunbot.yaml.Located;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case that can be run.
 *
 * @param profile the id of the profile it tests
 * @param people colleagues' names and their posts
 * @param start when its clock begins, in the profile's zone
 * @param skip why it is not run; empty when it is
 */
public record Script(Located<String> name, String profile, ChatKind in, Map<String, List<Located<String>>> people,
        LocalDateTime start, Given given, Optional<String> skip, List<Line> lines) {

    public Script {
        people = new LinkedHashMap<>(people);
        lines = List.copyOf(lines);
    }

    /** The file it stands in, as operators see it. */
    public String file() {
        return name.place().source().name();
    }
}
