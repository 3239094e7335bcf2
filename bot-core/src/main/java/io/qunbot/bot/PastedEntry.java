package io.qunbot.bot;

import io.qunbot.text.Normalizer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A question as it may be pasted into a catalogue; only its answer is still to be written. */
final class PastedEntry {

    private static final int MOST = 8;
    private static final int ID_LENGTH = 6;
    private static final int LONGEST = 60;

    private PastedEntry() {}

    /** An item of {@code questions:}; empty when no wording is fit to be asked by. */
    static String of(List<String> wordings) {
        List<String> asks = wordings.stream().filter(PastedEntry::isFit).limit(MOST).toList();
        if (asks.isEmpty()) {
            return "";
        }
        return "  - id: new-" + id(asks.getFirst()) + "\n    ask: ["
                + asks.stream().map(PastedEntry::quoted).collect(Collectors.joining(", "))
                + "]\n    say: \"【待填写】\"\n";
    }

    private static boolean isFit(String wording) {
        String words = Normalizer.words(wording);
        return words.codePointCount(0, words.length()) >= 2 && wording.codePointCount(0, wording.length()) <= LONGEST;
    }

    private static String quoted(String wording) {
        return "\"" + wording.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String id(String wording) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Normalizer.words(wording).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
