package io.qunbot.cli.report;

import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import java.util.List;

/** How problems are written. */
public enum ReportFormat {
    TEXT,
    CONCISE,
    JSON,
    GITHUB,
    SARIF;

    /** Whether it is for people, who want to know how many there are. */
    public boolean isCounted() {
        return this != JSON && this != SARIF;
    }

    /** The problems by file, line and column; empty when there is nothing to be written. */
    public String write(List<Problem> problems, Language language) {
        ProblemPrinter printer = new ProblemPrinter(language);
        return switch (this) {
            case TEXT -> printer.text(problems);
            case CONCISE -> Concise.write(problems, printer);
            case JSON -> printer.json(problems);
            case GITHUB -> Github.write(problems, printer);
            case SARIF -> Sarif.write(problems, printer);
        };
    }
}
