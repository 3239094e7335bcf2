package io.qunbot.cli;

import io.qunbot.yaml.Words;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** The environment is not as the command needs it: said in one sentence, exit 3. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Words words;

    Trouble(String zh, String en) {
        super(en);
        this.words = new Words(zh, en);
    }

    /** What the file system or the network refused: the place and the reason, without a stack trace. */
    static Trouble of(String zh, String en, IOException failure) {
        String reason = reason(failure);
        return new Trouble(zh + ":" + reason, en + ": " + reason);
    }

    /** Exceptions of the file system often say nothing but the file's name. */
    private static String reason(IOException failure) {
        String kind = failure.getClass().getSimpleName().replace("Exception", "");
        return failure instanceof FileSystemException file && file.getReason() == null
                ? file.getFile() + " (" + kind + ")"
                : String.valueOf(failure.getMessage());
    }

    Words words() {
        return words;
    }
}
