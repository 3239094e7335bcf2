package io.qunbot.plugins.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.text.Synonyms;
import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SynonymFileTest {

    @Test
    void aLineIsAGroup() {
        Problems problems = new Problems();
        Optional<SynonymFile> file = read("""
                groups:
                  - [发票, 开票, 票據]
                  - [WiFi, 无线网]
                """, problems);
        assertThat(problems.all()).isEmpty();
        assertThat(Synonyms.of(file.orElseThrow().words()).forms("票据")).containsExactly("票据", "发票", "开票");
    }

    @Test
    void namesEveryMistake() {
        assertThat(mistakes("""
                groups:
                  - [发票, 开票]
                  - [票据]
                  - [開票, 收据]
                  - 合同
                """)).containsExactly("3 R221", "4 R222", "5 R221");
    }

    private static List<String> mistakes(String text) {
        Problems problems = new Problems();
        read(text, problems).orElseThrow().check(problems);
        return problems.all().stream().map(SynonymFileTest::told).toList();
    }

    private static String told(Problem problem) {
        return problem.place().line() + " " + problem.code();
    }

    private static Optional<SynonymFile> read(String text, Problems problems) {
        return YamlReader.read("rules/synonyms.yaml", text.getBytes(StandardCharsets.UTF_8), problems)
                .flatMap(map -> new Binder(problems).bind(map, SynonymFile.class));
    }
}
