package io.qunbot.bot.lint.reach;

import io.qunbot.bot.lint.reach.Surroundings.Ground;
import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Occasion;
import io.qunbot.profile.Way;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.stream.Stream;

/** Drafts and tells that reach no colleague. */
final class Colleagues {

    private final Scene scene;
    private final Problems findings;

    Colleagues(Scene scene, Problems findings) {
        this.scene = scene;
        this.findings = findings;
    }

    void check() {
        if (scene.isSilent()) {
            return;
        }
        List<Occasion> drafts = scene.occasions(this::isDrafted);
        List<Occasion> tells = scene.occasions(Occasion::tells);
        if (!scene.surroundings().reachesColleagues() && !(drafts.isEmpty() && tells.isEmpty())) {
            unreached(drafts, tells);
        }
        String post = scene.conduct().speech().drafts().post();
        if (!drafts.isEmpty() && scene.conduct().services().staff(post).isEmpty()) {
            nobody(post, drafts);
        }
    }

    private boolean isDrafted(Occasion occasion) {
        return occasion.says() && scene.grounds().stream().flatMap(Colleagues::kinds)
                .anyMatch(kind -> occasion.isFor(kind) && scene.way(occasion, kind) == Way.DRAFT);
    }

    /** Groups that may be of any kind are taken for what lets a bot do most. */
    private static Stream<ChatKind> kinds(Ground ground) {
        if (ground.isCustomer()) {
            return Stream.of(ChatKind.CUSTOMER);
        }
        return Stream.of(ground.claim().direct() ? ChatKind.DIRECT : ChatKind.INTERNAL);
    }

    private void unreached(List<Occasion> drafts, List<Occasion> tells) {
        List<Occasion> all = Stream.concat(tells.stream(), drafts.stream()).distinct().toList();
        Words names = scene.names(all);
        findings.warn("R344", tells.isEmpty() ? scene.written("speak.customer", "mode", "speak") : scene.placeOf(tells),
                new Words(
                        "没有能通知同事的通道," + (tells.isEmpty() ? "草稿" : "tell ") + "只会列在 ./qunbot desk 里,没有人收到:" + names.zh(),
                        "no channel reaches colleagues: " + (tells.isEmpty() ? "drafts" : "tells")
                                + " are only listed by ./qunbot desk: " + names.en()),
                new Words("在 config/bot.yaml 里配置一个有 secret 的自建应用(kind: wecom-app),或者用长连接的智能机器人(botId 和 secret)",
                        "configure an app (kind: wecom-app) with its secret, or an intelligent robot on the long connection (botId, secret)"));
    }

    private void nobody(String post, List<Occasion> drafts) {
        Words names = scene.names(drafts);
        findings.warn("R346", scene.written("speak.draft.to", "speak.customer", "mode", "speak"),
                new Words("草稿要给 " + post + ",staff 里却没有这个岗位的人,这些话没有人发:" + names.zh(),
                        "drafts go to " + post + ", a post that nobody holds; nobody sends these: " + names.en()),
                new Words("在 staff 里写 " + post + ": 同事的账号,或者用 speak: { draft: { to: 岗位 } } 换一个岗位",
                        "write " + post
                                + ": account under staff, or name another post with speak: { draft: { to: post } }"));
    }
}
