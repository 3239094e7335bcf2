package io.qunbot.plugins.optout;

import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Template;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.util.List;
import java.util.Optional;

/** What an operator says about members who want to be left alone. */
@Doc(zh = "不想被打扰的人", en = "members who want to be left alone")
public record OptoutSettings(
        @Doc(zh = "说这些就不再主动提醒;整句话就是它才算", en = "whoever says this and nothing else is left alone") List<Keyword> is,
        @Doc(zh = "说这些就恢复;整句话就是它才算", en = "whoever says this and nothing else is no longer") List<Keyword> back,
        @Doc(zh = "记下以后回一句", en = "what to answer") Optional<Located<Template>> say) {

    public OptoutSettings {
        is = List.copyOf(is);
        back = List.copyOf(back);
    }
}
