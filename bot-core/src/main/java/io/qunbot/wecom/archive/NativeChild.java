package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.tencent.wework.Finance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Base64;

/**
 * The process that loads Tencent's library, which may take it down without taking the bot down. It reads a request a
 * line, {@code pull SEQ LIMIT}, {@code open KEY BODY} or {@code media INDEX FILE}, and answers with {@code ok BASE64} or {@code err CODE}. The
 * first four lines name the library, the company, the secret and the proxy: arguments could be read by others.
 */
final class NativeChild {

    private static final int TIMEOUT_SECONDS = 20;

    private final long sdk;
    private final String proxy;

    private NativeChild(long sdk, String proxy) {
        this.sdk = sdk;
        this.proxy = proxy;
    }

    @SuppressWarnings({"SystemOut", "restricted"}) // its answers, and the library is what it is for
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            System.load(line(in));
            long sdk = Finance.NewSdk();
            int code = Finance.Init(sdk, line(in), line(in));
            NativeChild child = new NativeChild(sdk, line(in));
            out.println(code == 0 ? answer("") : "err " + code);
            for (String request = in.readLine(); request != null && code == 0; request = in.readLine()) {
                out.println(child.answerTo(request.split(" ", -1)));
            }
            Finance.DestroySdk(sdk);
        }
    }

    private static String line(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the bot is gone");
        }
        return line;
    }

    private String answerTo(String[] request) {
        return request[0].equals("media") ? media(unpacked(request[1]), unpacked(request[2])) : words(request);
    }

    private static String unpacked(String word) {
        return new String(Base64.getDecoder().decode(word), UTF_8);
    }

    /** Three lines: what the next piece is asked for by, whether this is the last one, and its bytes. */
    private String media(String index, String file) {
        long data = Finance.NewMediaData();
        try {
            int code = Finance.GetMediaData(sdk, index, file, proxy, "", TIMEOUT_SECONDS, data);
            if (code != 0) {
                return "err " + code;
            }
            Base64.Encoder encoder = Base64.getEncoder();
            String last = Finance.IsMediaDataFinish(data) == 1 ? "last" : "more";
            return answer(encoder.encodeToString(Finance.GetOutIndexBuf(data).getBytes(UTF_8)) + "\n" + last + "\n"
                    + encoder.encodeToString(Finance.GetData(data)));
        } finally {
            Finance.FreeMediaData(data);
        }
    }

    private String words(String[] request) {
        long slice = Finance.NewSlice();
        try {
            int code = request[0].equals("pull")
                    ? Finance.GetChatData(sdk, Long.parseUnsignedLong(request[1]), Long.parseLong(request[2]), proxy,
                            "",
                            TIMEOUT_SECONDS, slice)
                    : Finance.DecryptData(sdk, request[1], request[2], slice);
            return code == 0 ? answer(Finance.GetContentFromSlice(slice)) : "err " + code;
        } finally {
            Finance.FreeSlice(slice);
        }
    }

    private static String answer(String text) {
        return "ok " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
