package io.qunbot.plugins.reply.effect;

import io.qunbot.plugin.Template;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What colleagues get to know. */
@Doc(zh = "告诉同事", en = "what to tell colleagues")
public record Tell(
        @Doc(zh = "staff 里的岗位,可以写几个", en = "posts of staff, one or several") List<Located<String>> who,
        @Doc(zh = "说什么", en = "the words") Located<Template> text,
        @Default("false") @Doc(zh = "同事不在的时间也马上告诉", en = "whether they are told at any hour") boolean urgent,
        @Doc(zh = "多久之内要有人接:回“接了”,或者在群里说话", en = "how soon somebody has to take it up: by 接了, or by speaking in the group") Optional<Duration> within,
        @Key("else") @Doc(zh = "没人接就告诉这些岗位", en = "the posts that are told when nobody does") List<Located<String>> next,
        @Doc(zh = "这段时间里的合成一条", en = "what comes within this time is one message") Optional<Duration> batch) {

    /** What nobody has to take up. */
    public Tell(List<Located<String>> who, Located<Template> text, boolean urgent) {
        this(who, text, urgent, Optional.empty(), List.of(), Optional.empty());
    }

    public Tell {
        who = List.copyOf(who);
        next = List.copyOf(next);
    }
}
