package io.qunbot.profile;

import java.util.List;

/**
 * All rules, read in order to be looked at.
 *
 * @param subjects all profiles that can be made sense of, the good and the bad
 */
public record Study(Reading reading, List<Subject> subjects) {

    public Study {
        subjects = List.copyOf(subjects);
    }
}
