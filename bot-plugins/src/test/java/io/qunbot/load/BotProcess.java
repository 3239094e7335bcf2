package io.qunbot.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code qunbot run} on a home with a robot's callbacks, in a process of its own that can be killed. */
final class BotProcess {

    private final Process process;
    private final int port;

    private BotProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it takes messages. */
    static BotProcess start(Path home) throws IOException {
        Path errors = home.resolve("errors.log");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "io.qunbot.cli.Main", "run", "--lang", "en", "--home",
                home.toString(), "--port", "0").redirectError(errors.toFile()).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("callbacks: ")) { // little follows: nobody has to read it
                return new BotProcess(process, Integer.parseInt(line.replaceAll(".*:(\\d+)/wecom/robot.*", "$1")));
            }
        }
        throw new IOException("the bot did not start:\n" + Files.readString(errors));
    }

    int port() {
        return port;
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
