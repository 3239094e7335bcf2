package io.qunbot.bot.lint.reach;

import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown where members would see its signs. */
final class Looks {

    private static final Pattern SIGNS = Pattern.compile(
            "\\*\\*[^*\\n]+\\*\\*|\\[[^\\]\\n]+]\\(https?://[^)\\s]*\\)|^#{1,6} \\S.*", Pattern.MULTILINE);

    private final Scene scene;
    private final Problems findings;

    Looks(Scene scene, Problems findings) {
        this.scene = scene;
        this.findings = findings;
    }

    void check() {
        for (Spoken spoken : scene.subject().says()) {
            Matcher signs = SIGNS.matcher(spoken.saying().text().map(Template::source).orElse(""));
            if (signs.find() && isPlain(spoken)) {
                raw(spoken, signs.group());
            }
        }
    }

    private boolean isPlain(Spoken spoken) {
        List<Surroundings.Way> ways = scene.grounds().stream().flatMap(ground -> ground.ways().stream())
                .filter(way -> spoken.in().isEmpty() || spoken.in().contains(way.kind())).toList();
        return !ways.isEmpty() && ways.stream().noneMatch(way -> way.can().format().plainIsMarkdown());
    }

    private void raw(Spoken spoken, String sign) {
        findings.warn("R347", spoken.place(),
                new Words("这些群的通道不显示 markdown,成员会看到原样的 “" + sign + "”",
                        "the channels of these groups do not render markdown: members will read '" + sign
                                + "' as it is"),
                new Words("写成普通文字,链接直接写地址;要 markdown 就写 say: { markdown: … }",
                        "write plain words, and links as addresses; markdown goes under say: { markdown: … }"));
    }
}
