package io.qunbot.yaml;

/** Whether a problem keeps its file from taking effect. */
public enum Severity {
    ERROR,
    WARNING
}
