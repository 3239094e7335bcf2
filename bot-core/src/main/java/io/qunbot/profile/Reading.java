package io.qunbot.profile;

import io.qunbot.yaml.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What reading the rules gave.
 *
 * @param book everything that is good
 * @param problems all problems of all files
 * @param broken the files with an error: neither their profiles nor their heirs are in the book
 */
public record Reading(RuleBook book, List<Problem> problems, Set<String> broken) {

    public Reading {
        problems = List.copyOf(problems);
        broken = Collections.unmodifiableSet(new TreeSet<>(broken));
    }
}
