package io.qunbot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java in the documents is Java that compiles and whose tests pass. */
class DocumentedCodeTest {

    private static final Path EXAMPLES = Path.of("src/test/java/io/qunbot/example");

    static List<Fence> java() {
        return Fence.documents().stream().flatMap(document -> Fence.of(document).stream())
                .filter(fence -> fence.info().startsWith("java")).toList();
    }

    @Test
    void thePluginAndItsTestAreShown() {
        assertThat(java()).extracting(Fence::info).containsExactly("java VotePlugin", "java VotePluginTest",
                "java DiaryPlugin", "java DiaryPluginTest", "java RegularPlugin",
                "java RegularPluginTest");
    }

    @ParameterizedTest
    @MethodSource("java")
    void aBlockIsTheFileOfItsName(Fence fence) throws IOException {
        assertThat(fence.text()).isEqualTo(Files.readString(EXAMPLES.resolve(fence.part() + ".java")));
    }
}
