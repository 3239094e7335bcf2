package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;
import java.util.Set;

/** Media by Tencent's finance SDK, in a process of its own beside the one that pulls messages. */
public final class NativeMedia implements MediaSource {

    /** A wrong file id, and a file that is too old: neither gets better. */
    private static final Set<String> FINAL = Set.of("10005", "10010");

    private final NativeSource sdk;

    public NativeMedia(NativeSource sdk) {
        this.sdk = sdk;
    }

    @Override
    public Piece next(Attachment attachment, String resume) throws IOException {
        try {
            String[] answer = sdk.ask("media " + packed(resume) + " " + packed(attachment.file())).split("\n", -1);
            return new Piece(Base64.getDecoder().decode(answer[2]), new String(Base64.getDecoder().decode(answer[0]),
                    UTF_8), answer[1].equals("last"));
        } catch (NativeSource.Refusal refused) {
            if (FINAL.contains(refused.code())) {
                throw new Gone(String.valueOf(refused.getMessage()));
            }
            throw refused;
        }
    }

    /** A request is a line of words: what WeCom gives must not end it. */
    private static String packed(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @Override
    public void close() {
        sdk.close();
    }
}
