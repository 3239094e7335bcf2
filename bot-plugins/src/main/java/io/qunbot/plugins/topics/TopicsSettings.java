package io.qunbot.plugins.topics;

import io.qunbot.plugin.Share;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Shorthand;
import java.util.List;
import java.util.Map;

/** What an operator plans for groups. */
@Doc(zh = "到时间就说的话题和通知", en = "topics and notices that are said when it is time")
@Shorthand("list")
public record TopicsSettings(
        @Doc(zh = "话题", en = "the topics") List<Located<Topic>> list,
        @Doc(zh = "近 30 天里每一类最多占多少,例如 { 推广: 20% }", en = "how much of what was said in the last 30 days may be of a kind") Map<String, Located<Share>> mix) {

    public TopicsSettings {
        list = List.copyOf(list);
        mix = Map.copyOf(mix);
    }
}
