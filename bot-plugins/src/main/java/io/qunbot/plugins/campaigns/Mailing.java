package io.qunbot.plugins.campaigns;

import io.qunbot.plugin.Mode;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Planned;
import java.time.Duration;
import java.util.Optional;

/** The same words for each member of a segment. */
@Doc(zh = "一次群发", en = "a campaign")
@Planned("stage")
public record Mailing(
        @Doc(zh = "固定的名字;同一个名字,一个人只收到一次", en = "a stable name; nobody gets what has one name twice") Located<String> id,
        @Doc(zh = "发给哪个分群", en = "the segment that gets it") Located<String> to,
        @Doc(zh = "什么时候;名单到那时才定", en = "when; the list is made then") Located<When> at,
        @Doc(zh = "说什么,每个人一样,不能用 {{name}}", en = "what to say, the same to everybody: no {{name}}") Located<Saying> say,
        @Doc(zh = "过多久可以再发给同一个人;不写就只发一次", en = "after how long somebody may get it again; without it, never") Optional<Located<Duration>> again,
        @Doc(zh = "同事多久没确认就撤回,默认 2d", en = "taken back when colleagues have not confirmed it for so long, 2d by default") Optional<Located<Duration>> within,
        @Doc(zh = "只在别的档案的群里的人也发", en = "also to those who are in groups of other profiles only") @Default("false") boolean everywhere,
        @Doc(zh = "这次群发可以做到哪一步;watch 只记录名单", en = "how far this campaign may go by itself; watch only records the list") Optional<Mode> mode) {

    static final Duration WITHIN = Duration.ofDays(2);

    String name() {
        return id.value();
    }

    Duration open() {
        return within.map(Located::value).orElse(WITHIN);
    }
}
