package io.qunbot.yaml;

import java.util.ArrayList;
import java.util.List;

/** Collects mistakes, so that an operator sees all of them at once. Not thread-safe. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void error(String code, Place place, Words message, Words help) {
        found.add(new Problem(code, Severity.ERROR, place, message, help));
    }

    public void warn(String code, Place place, Words message, Words help) {
        found.add(new Problem(code, Severity.WARNING, place, message, help));
    }

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(Problems others) {
        found.addAll(others.found);
    }

    /** What was found, in the order of finding. */
    public List<Problem> all() {
        return List.copyOf(found);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
