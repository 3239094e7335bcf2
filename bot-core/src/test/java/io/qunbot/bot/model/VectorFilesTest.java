package io.qunbot.bot.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFilesTest {

    @TempDir
    private Path folder;

    @Test
    void vectorsOfOneModelAreNoneOfAnother() {
        new VectorFiles(folder, "small", 10).write("断网", new float[]{0.5f, -1});

        assertThat(new VectorFiles(folder, "small", 10).read("断网").orElseThrow()).containsExactly(0.5f, -1);
        assertThat(new VectorFiles(folder, "large", 10).read("断网")).isEmpty();
    }

    @Test
    void theOldestGoWhenThereAreTooMany() throws IOException {
        VectorFiles files = new VectorFiles(folder, "small", 2);
        for (String text : List.of("一", "二", "三")) {
            List<Path> before = all();
            files.write(text, new float[]{1});
            for (Path each : before) {
                Files.setLastModifiedTime(each,
                        FileTime.from(Files.getLastModifiedTime(each).toInstant().minusSeconds(60)));
            }
        }
        files.prune();

        assertThat(files.read("一")).isEmpty();
        assertThat(files.read("二")).isPresent();
        assertThat(files.read("三")).isPresent();
    }

    @Test
    void aFolderThatCannotBeWrittenCostsTheCacheOnly() throws IOException {
        Path taken = Files.writeString(folder.resolve("vectors"), "a file");
        VectorFiles files = new VectorFiles(taken, "small", 2);
        files.write("一", new float[]{1});
        files.prune();

        assertThat(files.read("一")).isEmpty();
    }

    private List<Path> all() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
