package io.qunbot.bot.lint.reach;

import io.qunbot.bot.lint.reach.Surroundings.Ground;
import io.qunbot.chat.Capabilities;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Medium;
import io.qunbot.chat.Phrase;
import io.qunbot.plugin.Occasion;
import io.qunbot.profile.GroupClaim;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Rules for messages that nobody brings, or that come only when they are addressed to the bot. */
final class Hearing {

    private final Scene scene;
    private final Problems findings;

    Hearing(Scene scene, Problems findings) {
        this.scene = scene;
        this.findings = findings;
    }

    void check() {
        scene.grounds().stream().filter(this::isDeaf).filter(ground -> !heard(ground).isEmpty()).findFirst()
                .ifPresent(ground -> unheard(ground, heard(ground)));
        List<Ground> addressed = scene.grounds().stream().filter(this::isForTheAddressed).toList();
        List<Occasion> meantForAll = scene.occasions(each -> each.cause() instanceof Occasion.Heard(boolean all)
                && all && each.isFor(ChatKind.INTERNAL));
        if (!addressed.isEmpty() && !meantForAll.isEmpty()) {
            onlyAddressed(addressed, meantForAll);
        }
    }

    private boolean isDeaf(Ground ground) {
        return ground.isSure() && !scene.surroundings().overhears(kind(ground))
                && ground.ways().stream().allMatch(way -> way.can().hearing() == Capabilities.Hearing.NONE);
    }

    private List<Occasion> heard(Ground ground) {
        ChatKind kind = kind(ground);
        return scene.occasions(each -> each.cause() instanceof Occasion.Heard && each.isFor(kind));
    }

    private static ChatKind kind(Ground ground) {
        return ground.isCustomer() || ground.mayBe(ChatKind.CUSTOMER) ? ChatKind.CUSTOMER : ChatKind.INTERNAL;
    }

    private void unheard(Ground ground, List<Occasion> rules) {
        boolean gone = ground.claim().channel().filter(name -> !scene.surroundings().channels().containsKey(name))
                .isPresent();
        Phrase why = gone ? noChannel(ground.claim()) : silence(ground);
        Place place = gone ? ground.place() : scene.by(rules.getFirst()).place();
        Words names = scene.names(rules);
        findings.warn("R341", place,
                new Words("groups 第 " + ground.place().line() + " 行的群听不到消息:" + why.zh() + "。"
                        + names.zh() + " 在那里永远不会触发",
                        "no message comes from the groups of line " + ground.place().line() + ": " + why.en()
                                + "; never fires there: " + names.en()),
                gone ? configured() : wayOut(kind(ground)));
    }

    private static Phrase noChannel(GroupClaim claim) {
        String name = claim.channel().orElse("");
        return new Phrase("config/bot.yaml 里没有通道 " + name, "config/bot.yaml has no channel " + name);
    }

    private Words configured() {
        String names = scene.surroundings().channels().keySet().stream().sorted().collect(Collectors.joining(", "));
        return new Words("有这些通道:" + names, "there are: " + names);
    }

    private static Phrase silence(Ground ground) {
        return Capabilities.of(Medium.APP, kind(ground)).unheard("", false).orElseThrow();
    }

    private static Words wayOut(ChatKind kind) {
        return kind == ChatKind.CUSTOMER
                ? new Words("配置会话存档的通道(kind: wecom-archive)就听得到;没有它,客户群里能用的是进群欢迎;问题让成员和应用一对一说,或者用企业微信客户端里的“小助理”关键词回复;"
                        + "规则只给别处用就写 in: [internal, direct]",
                        "with a channel of the session archive (kind: wecom-archive) they are heard; without it welcomes work there; let members ask the app one-to-one, or use the"
                                + " keyword replies of WeCom's own client; a rule for other places says in: [internal, direct]")
                : new Words("给这些群加一个智能机器人(kind: wecom-aibot,长连接只要 botId 和 secret)",
                        "give these groups an intelligent robot (kind: wecom-aibot; its long connection takes botId and secret)");
    }

    private boolean isForTheAddressed(Ground ground) {
        return ground.isSure() && !scene.surroundings().overhears(ChatKind.INTERNAL) && !ground.groups().isEmpty()
                && ground.groups().stream()
                        .allMatch(way -> way.can().hearing() == Capabilities.Hearing.ADDRESSED);
    }

    /** It is about the rules when all groups are like that, and about these groups when some are. */
    private void onlyAddressed(List<Ground> addressed, List<Occasion> rules) {
        boolean all = addressed.size() == scene.grounds().size();
        Words names = scene.names(rules);
        findings.warn("R343", all ? scene.placeOf(rules) : addressed.getFirst().place(),
                new Words((all ? "这些群" : "这一行的群") + "里机器人只听得到 @ 它的话;没有写 mention: true 的规则,没有 @ 时不会触发:"
                        + names.zh(),
                        "in " + (all ? "these groups" : "the groups of this line")
                                + " the bot hears only what is said to it (@); without @ these never fire: "
                                + names.en()),
                new Words("在 when 里写 mention: true,让写的和实际一样,并告诉群里的人要 @ 它;大家本来就会 @,就在这一行上面写 # 允许 R343: 理由",
                        "write mention: true into when, so that it says what happens, and tell members to use @;"
                                + " where they know, write # allow R343: why above this line"));
    }
}
