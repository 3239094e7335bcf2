package io.qunbot.transcript.form;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was so before a case began. */
@Doc(zh = "开始之前就有的", en = "what was so before")
public record Given(
        @Doc(zh = "谁已经有哪些标签", en = "who carries which tags already") Map<String, List<String>> tags,
        @Doc(zh = "谁哪天进的群,例如 { 李雷: \"2026-12-01\" }", en = "who joined on which day") Map<String, LocalDate> joined,
        @Doc(zh = "已有的报名(还不能用)", en = "who signed up already (not available yet)") Optional<YamlNode> signups,
        @Doc(zh = "已有的打卡(还不能用)", en = "who answered the roll-call already (not available yet)") Optional<YamlNode> rollcall) {

    public static final Given NOTHING = new Given(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    /** What no bot of this version can be given: the fields' names. */
    public List<String> unavailable() {
        List<String> names = new ArrayList<>();
        signups.ifPresent(_ -> names.add("given.signups"));
        rollcall.ifPresent(_ -> names.add("given.rollcall"));
        return names;
    }
}
