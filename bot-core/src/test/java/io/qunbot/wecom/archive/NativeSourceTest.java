package io.qunbot.wecom.archive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class NativeSourceTest {

    @Test
    void aProcessThatEndsIsSaidAndBegunAgain(@TempDir Path folder) {
        NativeSource.Settings settings = new NativeSource.Settings(folder.resolve("none.so"), "ww1", "s3cret", "");
        try (NativeSource source = new NativeSource(settings, new PrivateKeys(Map.of()))) {
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> source.after(Map.of(), 10)).isInstanceOf(IOException.class)
                        .hasMessageContaining("none.so").hasMessageNotContaining("s3cret");
            }
        }
    }
}
