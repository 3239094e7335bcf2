package io.qunbot.profile;

import io.qunbot.people.Clause;
import io.qunbot.plugin.Entry;
import io.qunbot.plugin.Hours;
import io.qunbot.plugin.Mode;
import io.qunbot.rota.Post;
import io.qunbot.yaml.Beneath;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.FileKind;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Planned;
import io.qunbot.yaml.Retired;
import io.qunbot.yaml.YamlNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operator writes in a profile's file. */
@Doc(zh = "一种群的规则", en = "the rules of one kind of group")
@Planned("pilot")
@Retired(@Retired.Field(name = "stages", zh = "写成 plugins 里的 lifecycle", en = "write lifecycle under plugins"))
@Beneath(under = "plugins", fields = {"archive", "welcome", "reply", "topics", "signup", "rollcall", "optout", "sla",
        "lifecycle", "leads", "guard", "adopt"})
@FileKind(value = "profile", files = "rules/*.yaml")
public record ProfileSettings(
        @Key("profile") @Doc(zh = "固定的代号,别的地方用它指这份配置", en = "the stable id by which it is known") String id,
        @Doc(zh = "给人看的名字", en = "its name for people") Optional<String> title,
        @Doc(zh = "这种群要达到什么", en = "what these groups are for") Optional<String> goal,
        @Doc(zh = "成员在这里得到什么,一行一条", en = "what a member gets here, a line each") List<String> value,
        @Doc(zh = "进群之前说清楚的价值和门槛", en = "what is said and asked for before somebody joins") Optional<Located<Entry>> entry,
        @Key("extends") @Doc(zh = "继承哪一份配置", en = "the profile it builds on") Optional<String> parent,
        @Key("abstract") @Doc(zh = "只供继承,自己不管任何群", en = "only to be extended, never used for a group") boolean isAbstract,
        @Doc(zh = "管哪些群", en = "the groups it is for") List<Located<GroupClaim>> groups,
        @Doc(zh = "岗位和负责的同事;轮班的写 { rota: 值班表 }", en = "posts and the colleagues who hold them, or { rota: NAME }") Map<String, Post> staff,
        @Default("Asia/Shanghai") @Doc(zh = "时区", en = "the time zone") ZoneId zone,
        @Doc(zh = "同事在的时间;不急的提醒等到这时候", en = "when colleagues are there: what they are told waits until then, unless it is urgent") List<Hours> hours,
        @Doc(zh = "安静时段,可以写几段:没人问的话等到结束再说", en = "quiet hours, one or several parts of the day: what nobody asked for waits until they are over") List<Hours> quiet,
        @Doc(zh = "一个群里最多说多少", en = "how much is said in one group at most") Optional<Limits> limits,
        @Doc(zh = "文字里用的变量,写作 {{名字}}", en = "words that texts use as {{name}}") Map<String, String> vars,
        @Default("auto") @Doc(zh = "机器人可以做到哪一步", en = "how far the bot may go") Mode mode,
        @Doc(zh = "同样的话在不同的群里怎么说出去", en = "how the same words leave in each kind of conversation") Optional<Speech> speak,
        @Doc(zh = "这种群自己的分群:名字 → 哪些人;和 config/tags.yaml 里同名时用这里的", en = "segments of these groups: which people, by a name; one of the same name in config/tags.yaml does not count here") Map<String, List<Located<Clause>>> segments,
        @Doc(zh = "改了以后先在哪些群生效:群的 ID 或群名,* 代表任意文字", en = "the groups in which a change is tried first: ids or names, * is any text") List<String> rollout,
        @Doc(zh = "用到的插件,按消息经过的顺序", en = "its plugins, in the order in which a message passes") Map<String, YamlNode> plugins) {}
