package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tencent's finance SDK in a process of its own, begun when it is needed and again after it has ended, however it
 * ended. The library is the company's to install; none is shipped.
 */
public final class NativeSource implements ArchiveSource {

    private static final int PATIENCE_SECONDS = 60;

    private final Settings settings;
    private final Unsealer unsealer;
    private @Nullable Child child;

    /** What the SDK is begun with. */
    public record Settings(Path library, String corpId, String secret, String proxy) {
        @Override
        public String toString() {
            return "Settings[" + library + "]"; // the secret stays out of logs
        }
    }

    private record Child(Process process, PrintStream in, BufferedReader out) {}

    public NativeSource(Settings settings, PrivateKeys keys) {
        this.settings = settings;
        this.unsealer = new Unsealer(keys, this::open);
    }

    @Override
    public Pulled after(Map<String, Long> bookmarks, int most) throws IOException {
        try {
            JsonArray items = HttpSource.page(
                    ask("pull " + Long.toUnsignedString(bookmarks.getOrDefault(SEQ, 0L)) + " " + most));
            List<byte[]> messages = new ArrayList<>(items.size());
            for (JsonElement item : items) {
                messages.add(unsealer.payload(item.getAsJsonObject()));
            }
            return new Pulled(messages, Map.of(), items.size() >= most,
                    unsealer.trouble());
        } catch (UncheckedIOException lost) {
            throw new IOException(lost.getMessage(), lost);
        }
    }

    /** Opens what was sealed, by the same process. */
    public Opener opener(PrivateKeys keys) {
        Unsealer again = new Unsealer(keys, this::open);
        return sealed -> {
            try {
                return again.open(sealed);
            } catch (UncheckedIOException lost) {
                throw new IOException(lost.getMessage(), lost);
            }
        };
    }

    /** A message that the SDK can't open stays sealed; an SDK that is gone ends the page. */
    private Optional<String> open(String key, String body) {
        try {
            return Optional.of(ask("open " + key + " " + body));
        } catch (Refusal sealed) {
            return Optional.empty();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** What the SDK answers with a code of its own. */
    static final class Refusal extends IOException {
        private static final long serialVersionUID = 1;

        private final String code;

        String code() {
            return code;
        }

        Refusal(String code) {
            super("errcode " + code + " " + (code.matches("[0-9]{1,6}") ? Codes.meaning(Integer.parseInt(code)) : ""));
            this.code = code;
        }
    }

    /** Asks the process a line. */
    String ask(String request) throws IOException {
        Child running = child == null ? begin() : child;
        running.in().println(request);
        return answer(running);
    }

    private Child begin() throws IOException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx128m", "-cp", System.getProperty("java.class.path"), NativeChild.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Child begun = new Child(process, new PrintStream(process.getOutputStream(), true, UTF_8),
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)));
        child = begun;
        List.of(settings.library().toString(), settings.corpId(), settings.secret(), settings.proxy())
                .forEach(begun.in()::println);
        try {
            answer(begun);
            return begun;
        } catch (Refusal refused) {
            close();
            throw refused;
        }
    }

    /** Reads until an answer comes; what a library prints in between is none. */
    private String answer(Child running) throws IOException {
        for (String line = line(running); line != null; line = line(running)) {
            if (line.startsWith("ok ")) {
                return new String(Base64.getDecoder().decode(line.substring("ok ".length())), UTF_8);
            }
            if (line.startsWith("err ")) {
                throw new Refusal(line.substring("err ".length()));
            }
        }
        close();
        throw new IOException("会话存档 SDK 的进程结束了,会再启动;库装好了吗:" + settings.library()
                + " (the process of the SDK ended and is begun again)");
    }

    private @Nullable String line(Child running) throws IOException {
        CompletableFuture<Optional<String>> line = CompletableFuture.supplyAsync(() -> read(running),
                Thread.ofPlatform().name("archive-sdk").daemon()::start);
        try {
            return line.get(PATIENCE_SECONDS, TimeUnit.SECONDS).orElse(null);
        } catch (TimeoutException | ExecutionException stuck) {
            close();
            throw new IOException("会话存档 SDK 没有回应,会再启动 (the SDK does not answer and is begun again)", stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static Optional<String> read(Child running) {
        try {
            return Optional.ofNullable(running.out().readLine());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        Child running = child;
        child = null;
        if (running != null) {
            running.process().destroyForcibly();
        }
    }
}
