package io.qunbot.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** A server in a process of its own: its port, its CPU time, its end. */
final class ServerProcess implements AutoCloseable {

    private static final int TICKS_PER_SECOND = 100; // what the kernel shows to programs, on every Linux

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a command and waits for the line of its output that names the port. */
    static ServerProcess start(List<String> command, Path errors, ToIntFunction<String> portOf) throws IOException {
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            int port = portOf.applyAsInt(line);
            if (port > 0) {
                drain(out);
                return new ServerProcess(process, port);
            }
        }
        throw new IOException("the server did not start:\n" + Files.readString(errors));
    }

    private static void drain(BufferedReader out) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (out.readLine() != null) {
                    // nobody reads it
                }
            } catch (IOException ended) {
                // the process is gone
            }
        });
    }

    int port() {
        return port;
    }

    /** CPU time used so far, of all threads, user and system; in seconds, to a hundredth. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_PER_SECOND;
    }

    /** CPU seconds by thread name so far, threads of one pool together. */
    Map<String, Double> cpuByThread() throws IOException {
        Map<String, Double> seconds = new TreeMap<>();
        try (var tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path task : tasks.toList()) {
                String stat = Files.readString(task.resolve("stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')).replaceAll("\\d+$", "");
                seconds.merge(name,
                        (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_PER_SECOND,
                        Double::sum);
            }
        }
        return seconds;
    }

    /** Memory in use, in MiB. */
    long residentMebibytes() throws IOException {
        return Files.readString(Path.of("/proc/" + process.pid() + "/status")).lines()
                .filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst().orElse(0) / 1024;
    }

    /** How many files, sockets and the like it holds open. */
    int openFiles() throws IOException {
        try (var files = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return (int) files.count();
        }
    }

    /** What lives in its heap after a collection, in KiB; asked with the JDK's own tool. */
    long heapKibibytes() throws IOException {
        jcmd("GC.run");
        String heap = jcmd("GC.heap_info").split("Metaspace", 2)[0];
        return Pattern.compile("used (\\d+)K").matcher(heap).results()
                .mapToLong(used -> Long.parseLong(used.group(1))).sum();
    }

    private String jcmd(String command) throws IOException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asked = new ProcessBuilder(tool, String.valueOf(process.pid()), command).redirectErrorStream(true)
                .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** How many threads the process has. */
    int threads() throws IOException {
        return Files.readString(Path.of("/proc/" + process.pid() + "/status")).lines()
                .filter(line -> line.startsWith("Threads:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .findFirst().orElse(0);
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
