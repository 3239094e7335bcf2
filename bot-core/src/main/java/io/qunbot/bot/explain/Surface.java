package io.qunbot.bot.explain;

import io.qunbot.chat.Capabilities;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Phrase;
import io.qunbot.pipeline.Kept;
import io.qunbot.pipeline.TraceLine;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Mode;
import io.qunbot.profile.Profile;
import io.qunbot.yaml.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the core finds before any stage is asked: whether the message is heard, and whose rules it meets. */
final class Surface {

    private final Situation situation;
    private final List<TraceLine> lines = new ArrayList<>();

    Surface(Situation situation) {
        this.situation = situation;
    }

    List<TraceLine> lines() {
        return lines;
    }

    /** Whether the conversation is known. */
    Surface met(Chat chat) {
        if (situation.store().lane(chat.lane()).isEmpty()) {
            String kind = chat.kind().name().toLowerCase(Locale.ROOT);
            add(Finding.of(Kind.NOTED,
                    "还没有见过 " + chat.id() + ",当作 " + kind + (chat.channel().isEmpty() ? "" : "、通道 " + chat.channel())
                            + ";见过的:./qunbot archive groups",
                    chat.id() + " was never seen; taken for " + kind
                            + (chat.channel().isEmpty() ? "" : " on channel " + chat.channel())
                            + "; those that were: ./qunbot archive groups"));
        }
        return this;
    }

    /** Whether the channel would bring the message at all. */
    Surface heard(Chat chat, boolean mentioned, boolean assumed) {
        Optional<Capabilities> here = chat.kind() == ChatKind.CUSTOMER
                ? Optional.of(Capabilities.ofCustomers())
                : Optional.ofNullable(situation.channels().get(chat.channel()))
                        .map(channel -> Capabilities.of(channel.medium(), chat.kind()));
        boolean overheard = situation.channels().values().stream()
                .anyMatch(channel -> channel.overheard().contains(chat.kind()));
        if (overheard) {
            return this;
        }
        Optional<Phrase> unheard = here.flatMap(can -> can.unheard(chat.channel(), mentioned));
        unheard.ifPresent(why -> add(Finding.of(Kind.BARRED, "听不到:" + why.zh() + ";下面是听得到的时候会怎样",
                "not heard: " + why.en() + "; what follows is what would be")));
        if (assumed && unheard.isEmpty()) {
            here.flatMap(can -> can.unheard(chat.channel(), false)).ifPresent(why -> add(Finding.of(Kind.NOTED,
                    why.zh() + ",所以当作 @ 了;想看没有 @ 的,加 --no-mention",
                    why.en() + ", so it is taken for that; see --no-mention")));
        }
        return this;
    }

    /** Whose rules it meets, and how they stand. */
    Surface rules(Profile profile, Chat chat, Optional<String> name, Situation.InForce rules) {
        boolean leftOver = rules.book().isLeftOver(chat, name);
        List<Profile> tied = rules.book().tied(chat, name);
        if (!tied.isEmpty()) {
            add(Finding.of(Kind.NOTED, "两份配置的群名样子都合适:" + tied.get(0).id() + "、" + tied.get(1).id() + ",所以谁也不按群名算",
                    "the patterns of two profiles fit its name, so none counts: " + tied.get(0).id() + ", "
                            + tied.get(1).id()));
        }
        Optional<Place> line = rules.book().lineOf(chat, name);
        if (leftOver) {
            add(Finding.of(Kind.NOTED, "没有配置认领这个群,归 " + profile.id() + ":要它回答,把群的 id 写进一份配置的 groups",
                    "no profile claims this conversation: it has " + profile.id()
                            + "; put its id into the groups of a profile that answers")
                    .on("groups", line.orElse(null)));
        }
        if (profile.mode() == Mode.WATCH) {
            add(Finding.of(Kind.NOTED, "mode: watch,只记录本来会说什么", "mode: watch, it only records what it would say").on(
                    "mode",
                    profile.services().where("mode").orElse(null)));
        }
        rules.held().forEach(file -> add(Finding.of(Kind.NOTED, file + " 有错误,现在用的是它上一个好的版本(./qunbot check)",
                file + " has errors: its last good version runs (./qunbot check)")));
        rules.missing().forEach(file -> add(Finding.of(Kind.NOTED, file + " 有错误,没有生效(./qunbot check)",
                file + " has errors and is not in force (./qunbot check)")));
        return this;
    }

    /** What recurs here and was told to keep silent. */
    Surface paused(Chat chat) {
        situation.store().lane(chat.lane()).ifPresent(lane -> situation.store().memories().of(lane.number(),
                (plugin, key, json) -> {
                    if (key.startsWith(Kept.LEDGER)) {
                        Optional.of(Kept.read(key, json)).filter(Kept::paused)
                                .ifPresent(kept -> add(Finding.of(Kind.NOTED,
                                        plugin + "/" + kept.key() + " 暂停着(./qunbot schedule resume " + kept.id()
                                                + " 恢复)",
                                        plugin + "/" + kept.key() + " is paused (./qunbot schedule resume " + kept.id()
                                                + " goes on)")));
                    }
                }));
        return this;
    }

    Surface add(Finding finding) {
        lines.add(TraceLine.of(finding));
        return this;
    }
}
