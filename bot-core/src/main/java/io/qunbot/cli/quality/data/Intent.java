package io.qunbot.cli.quality.data;

import java.util.List;

/**
 * A rule: one meaning.
 *
 * @param questions ways to ask it
 */
public record Intent(String name, List<String> questions) {

    public Intent {
        questions = List.copyOf(questions);
    }
}
