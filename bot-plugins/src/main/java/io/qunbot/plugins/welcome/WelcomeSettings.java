package io.qunbot.plugins.welcome;

import io.qunbot.plugin.Rate;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Planned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator says about welcomes. */
@Doc(zh = "欢迎新人", en = "welcomes")
@Planned("quiet")
public record WelcomeSettings(
        @Doc(zh = "这段时间里进来的人合成一条欢迎;0s 表示马上说", en = "people who join within this time share one welcome; 0s says it at once") @Default("30s") Duration merge,
        @Doc(zh = "欢迎的话;分时段时写成列表,用第一条合适的", en = "the welcome; as a list, the first that fits the time of day") List<Located<Greeting>> say,
        @Doc(zh = "客户群里企业微信自己的入群欢迎语,%NICKNAME% 是新人的名字;机器人写进企业微信,群主选用一次", en = "WeCom's own welcome in customer groups, where %NICKNAME% is whoever joins: the bot writes it to WeCom, the owner of a group chooses it once") Optional<Located<Template>> platform,
        @Doc(zh = "有人打开一对一对话时说的话,每人每天一次", en = "what to say when somebody opens a one-to-one conversation, once a day") Optional<Located<Saying>> enter,
        @Doc(zh = "最多说几次欢迎;满了就攒着,到能说的时候合成一条", en = "how many welcomes at most; who comes then is welcomed later, all together") Optional<Located<Rate>> max,
        @Doc(zh = "欢迎以后的仪式", en = "what follows the welcome") Optional<Ritual> ritual,
        @Doc(zh = "进群以后几天的跟进", en = "what follows some days later") Optional<Located<Follow>> follow) {

    public WelcomeSettings {
        say = List.copyOf(say);
    }

    Optional<Located<Introduce>> introduce() {
        return ritual.flatMap(Ritual::introduce);
    }
}
