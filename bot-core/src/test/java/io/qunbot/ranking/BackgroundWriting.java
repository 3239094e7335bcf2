package io.qunbot.ranking;

import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes {@code background.bin} of the lines beside it: {@code BackgroundWriting FILE}. */
final class BackgroundWriting {

    private BackgroundWriting() {}

    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), bytes());
    }

    static byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Background.of(lines("chat.txt"), lines("questions.txt")).write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static List<Normalized> lines(String resource) {
        return Resource.lines(resource).stream().map(Normalizer::normalize).toList();
    }
}
