package io.qunbot.cli;

/** What a command's exit code says. Frozen: scripts rely on them. */
final class ExitCode {

    static final int OK = 0;
    /** The command worked, and found something to mend. */
    static final int FINDINGS = 1;
    /** The command line was wrong. */
    static final int USAGE = 2;
    /** Something outside is missing, taken or unreadable. */
    static final int ENVIRONMENT = 3;
    /** Our own mistake. */
    static final int BUG = 4;

    private ExitCode() {}
}
