package io.qunbot.bot.lint.reach;

import io.qunbot.bot.lint.reach.Surroundings.Ground;
import io.qunbot.chat.Capabilities;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Phrase;
import io.qunbot.plugin.Occasion;
import io.qunbot.profile.Way;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.List;

/** Words that no channel takes to where they are meant for. */
final class Speaking {

    private final Scene scene;
    private final Problems findings;

    Speaking(Scene scene, Problems findings) {
        this.scene = scene;
        this.findings = findings;
    }

    void check() {
        if (scene.isSilent()) {
            return;
        }
        spokenToCustomers("speak.customer", false);
        spokenToCustomers("speak.broadcast", true);
        scene.occasions(each -> each.says() && each.cause() instanceof Occasion.Due).forEach(this::due);
    }

    /** No configuration makes that possible. */
    private void spokenToCustomers(String field, boolean due) {
        boolean customers = scene.grounds().stream()
                .anyMatch(ground -> ground.isCustomer() || ground.mayBe(ChatKind.CUSTOMER));
        List<Occasion> words = scene.occasions(each -> each.says() && each.isFor(ChatKind.CUSTOMER)
                && !(each.cause() instanceof Occasion.Entered)
                && each.cause() instanceof Occasion.Due == due && scene.way(each, ChatKind.CUSTOMER) == Way.BOT);
        if (customers && !words.isEmpty()) {
            Phrase why = Capabilities.ofCustomers().unspoken().orElseThrow();
            Words names = scene.names(words);
            String instead = due ? "broadcast: task" : "customer: draft";
            findings.warn("R342", scene.written(field, "speak"),
                    new Words(why.zh() + "。写成 bot,这些话永远发不出去:" + names.zh(),
                            why.en() + "; with bot these never leave: " + names.en()),
                    due
                            ? new Words("写成 " + instead + ":变成群发任务,群主确认后发出",
                                    "write " + instead + ": it becomes a task that the group's owner confirms")
                            : new Words("写成 " + instead + ":变成草稿,由负责的同事发出",
                                    "write " + instead + ": it becomes a draft that a colleague sends"));
        }
    }

    private void due(Occasion occasion) {
        boolean needsTasks = !scene.surroundings().givesTasks() && scene.grounds().stream().anyMatch(Ground::isCustomer)
                && occasion.isFor(ChatKind.CUSTOMER) && scene.way(occasion, ChatKind.CUSTOMER) == Way.TASK;
        if (needsTasks) {
            findings.warn("R349", occasion.what().place(),
                    new Words(occasion.what().value() + " 在客户群里发不出去:没有能建群发任务的通道",
                            occasion.what().value() + " never leaves: no channel can make a task for a group's owner"),
                    new Words("在 config/bot.yaml 里配置一个有 secret 的自建应用(kind: wecom-app),给它客户联系的权限",
                            "configure an app (kind: wecom-app) with its secret, and with access to customer contact"));
        }
        scene.grounds().stream().filter(ground -> isMute(ground, occasion)).findFirst()
                .ifPresent(ground -> mute(occasion, ground));
    }

    private static boolean isMute(Ground ground, Occasion occasion) {
        return ground.isSure() && occasion.isFor(ChatKind.INTERNAL) && ground.mayBe(ChatKind.INTERNAL)
                && ground.groups().stream().noneMatch(Surroundings.Way::speaksUnasked);
    }

    private void mute(Occasion occasion, Ground ground) {
        Surroundings.Way way = ground.groups().getFirst();
        Phrase need = way.channel().medium().need();
        findings.warn("R349", occasion.what().place(),
                new Words(occasion.what().value() + " 发不出去:groups 第 " + ground.place().line() + " 行的群,通道("
                        + way.channel().medium().words().zh() + ")只能回答,不能主动说话",
                        occasion.what().value() + " never leaves: the channel of the groups of line "
                                + ground.place().line() + " (" + way.channel().medium().words().en()
                                + ") only answers"),
                new Words("在 config/bot.yaml 里给它配置 " + need.zh(), "give it " + need.en() + " in config/bot.yaml"));
    }
}
