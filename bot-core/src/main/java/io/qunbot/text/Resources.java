package io.qunbot.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads what libraries keep as text in their jars. */
final class Resources {

    private Resources() {}

    /** The whole of a UTF-8 text; line ends are {@code \n}. */
    static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8).replace("\r", "");
    }

    static byte[] bytes(String path) {
        try (InputStream in = Resources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
