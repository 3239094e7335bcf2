package io.qunbot.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A home in a folder of its own, and the command line used on it. */
record CliHome(Path root) {

    private static final String CONFIG = """
            server: { bind: 127.0.0.1, port: 0 }
            data: data
            channels:
              assistant:
                kind: wecom-aibot
                token: QDG6eK
                aesKey: jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C
            """;
    static final String GOOD_RULES = """
            profile: good
            title: 好的群
            goal: 有人接住
            value: [有回答]
            groups: [{ channel: assistant }]
            plugins:
              parrot: { say: 收到 }
            """;

    /** The same with words that nobody else says, so that no lint minds them. */
    static final String QUIET_RULES = GOOD_RULES.replace("收到", "鹦鹉学舌");

    /** What a command left behind. */
    record Result(int exit, String out, String err) {}

    /** A home with one channel, one good profile and the parrot as a jar that was dropped in. */
    static CliHome in(Path root) throws IOException {
        CliHome home = new CliHome(root);
        home.write("config/bot.yaml", CONFIG);
        home.write("rules/good.yaml", GOOD_RULES);
        Files.createDirectories(root.resolve("plugins"));
        try (OutputStream file = Files.newOutputStream(root.resolve("plugins/parrot.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.putNextEntry(new ZipEntry("META-INF/services/io.qunbot.plugin.Plugin"));
            jar.write(ParrotPlugin.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        return home;
    }

    Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    void configure(String from, String to) throws IOException {
        write("config/bot.yaml", Files.readString(root.resolve("config/bot.yaml")).replace(from, to));
    }

    /** Runs a command on this home, in English. */
    Result qunbot(String... arguments) {
        return in("en", arguments);
    }

    Result in(String language, String... arguments) {
        return run(Stream.concat(Stream.of(arguments),
                Stream.of("--home", root.toString(), "--lang", language)).toList());
    }

    /** Runs exactly this. */
    static Result run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        return new Result(exit, out.toString(), err.toString());
    }
}
