package io.qunbot.cli.quality.data;

import io.qunbot.yaml.Language;
import io.qunbot.yaml.Words;
import java.nio.file.Path;

/**
 * A line that is not as it should be.
 *
 * @param line from 1
 * @param words what is wrong, and what is expected
 */
public record Flaw(Path file, int line, Words words) {

    /** {@code queries.jsonl:7: …} */
    public String in(Language language) {
        return file + ":" + line + ": " + words.in(language);
    }
}
