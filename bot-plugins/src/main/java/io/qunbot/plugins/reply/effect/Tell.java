package io.qunbot.plugins.reply.effect;

import io.qunbot.plugin.Template;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Planned;
import java.util.List;

/** What colleagues get to know. */
@Doc(zh = "告诉同事", en = "what to tell colleagues")
@Planned({"within", "else", "batch"})
public record Tell(
        @Doc(zh = "staff 里的岗位,可以写几个", en = "posts of staff, one or several") List<Located<String>> who,
        @Doc(zh = "说什么", en = "the words") Located<Template> text,
        @Default("false") @Doc(zh = "同事不在的时间也马上告诉", en = "whether they are told at any hour") boolean urgent) {

    public Tell {
        who = List.copyOf(who);
    }
}
