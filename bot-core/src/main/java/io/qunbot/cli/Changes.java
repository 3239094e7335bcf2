package io.qunbot.cli;

import io.qunbot.bot.publish.RuleVersion;
import io.qunbot.yaml.Language;
import java.util.ArrayList;
import java.util.List;

/** What came with a version besides the files, in sentences. */
final class Changes {

    private Changes() {}

    /** @param promoted whether its rollouts are those that ended */
    static List<String> of(RuleVersion.Change change, boolean promoted, Language language) {
        boolean zh = language == Language.ZH;
        List<String> lines = new ArrayList<>();
        change.removed().forEach(removed -> lines.add(removed(removed, zh)));
        if (change.cancelled() > 0) {
            lines.add(zh
                    ? "取消了 " + change.cancelled() + " 个不再有用的定时(等待中的回答、欢迎等)"
                    : change.cancelled() + " alarms that mean nothing any more were cancelled");
        }
        change.rollouts().forEach(rollout -> lines.add(promoted
                ? rollout + (zh ? ":新版对所有群生效" : ": the new version is for all groups")
                : zh ? "试点中 " + rollout : "tried first: " + rollout));
        return lines;
    }

    private static String removed(String removed, boolean zh) {
        String[] parts = removed.split("/", 3);
        if (parts.length < 3) {
            return zh ? "配置 " + removed + " 没有了" : "the profile " + removed + " is gone";
        }
        return zh
                ? "规则 " + parts[2] + " 没有了(" + parts[0] + " 的 " + parts[1] + ")"
                : "the rule " + parts[2] + " is gone (" + parts[1] + " of " + parts[0] + ")";
    }
}
