package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path root;

    /** Another process: takes a folder, says so, and keeps it until it is written to. */
    static final class Other {

        private Other() {}

        public static void main(String[] arguments) throws IOException {
            try (DataFolder _ = DataFolder.take(Path.of(arguments[0]))) {
                System.out.println("taken by " + ProcessHandle.current().pid());
                System.out.flush();
                System.in.read();
            } catch (DataFolder.Held held) {
                System.out.println(held.getMessage());
            }
        }
    }

    private Process other() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Other.class.getName(), root.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static String line(Process process) throws IOException {
        return process.inputReader(StandardCharsets.UTF_8).readLine();
    }

    @Test
    void isTakenByOneProcessAtATime() throws Exception {
        Process other = other();
        assertThat(line(other)).isEqualTo("taken by " + other.pid());
        assertThatThrownBy(() -> DataFolder.take(root)).isInstanceOf(DataFolder.Held.class);
        other.outputWriter().append('\n').close();
        other.waitFor();

        try (DataFolder _ = DataFolder.take(root)) {
            Process late = other();
            assertThat(line(late)).contains("in use by another qunbot");
            late.waitFor();
        }
    }

    @Test
    void aProcessThatWasKilledHoldsNothing() throws Exception {
        Process other = other();
        assertThat(line(other)).startsWith("taken");
        other.destroyForcibly().waitFor();

        try (DataFolder folder = DataFolder.take(root)) {
            assertThat(folder.path()).isEqualTo(root);
            assertThat(folder.store()).isEqualTo(root.resolve("qunbot.db"));
        }
    }

    @Test
    void saysWhereTheBotIsReachedWhileItRuns() throws Exception {
        assertThat(DataFolder.adminAddress(root)).isEmpty();
        try (DataFolder folder = DataFolder.take(root)) {
            String token = folder.announce("http://127.0.0.1:1", "http://127.0.0.1:2");
            assertThat(token).hasSize(48).isEqualTo(DataFolder.token(root));
            assertThat(DataFolder.adminAddress(root)).contains("http://127.0.0.1:1");
            assertThat(DataFolder.publicAddress(root)).contains("http://127.0.0.1:2");
            assertThat(folder.announce("http://127.0.0.1:3", "http://127.0.0.1:4")).isNotEqualTo(token);
            assertThat(DataFolder.adminAddress(root)).contains("http://127.0.0.1:3");
        }
        assertThat(DataFolder.adminAddress(root)).isEmpty();
    }
}
