package io.qunbot.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code qunbot run} in a process of its own, as it is in life: within one process every look at the lock
 * file would let go of the lock.
 */
final class RunningBot implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final List<String> greeting = new ArrayList<>();

    private RunningBot(Process process) {
        this.process = process;
    }

    static RunningBot of(CliHome home) throws IOException {
        Path log = home.root().resolve("log");
        ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(),
                "run", "--home", home.root().toString(), "--lang", "en").redirectError(new File(log.toString()));
        command.environment().put("QUNBOT_TEST_LOG", "WARN");
        Process process = command.start();
        RunningBot bot = new RunningBot(process);
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            bot.greeting.add(line);
            if (line.startsWith("try:")) {
                return bot;
            }
        }
        throw new AssertionError("the bot did not start:\n" + Files.readString(log));
    }

    /** What it printed until it was up. */
    List<String> greeting() {
        return greeting;
    }

    /** The port that its callbacks are on. */
    String port() {
        String callbacks = greeting.stream().filter(line -> line.startsWith("callbacks:")).findFirst().orElseThrow();
        return callbacks.replaceFirst(".*127\\.0\\.0\\.1:(\\d+).*", "$1");
    }

    /** Asks it to stop, as an operator would, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
