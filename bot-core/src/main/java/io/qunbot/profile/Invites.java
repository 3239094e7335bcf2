package io.qunbot.profile;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlMap;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells operators what a stage of life moves, and what it does not: nobody from one group into another. */
public final class Invites {

    private static final String LIFECYCLE = "lifecycle";

    private Invites() {}

    /** In one line; empty where nobody goes anywhere. */
    public static Optional<Words> of(Effective effective) {
        Optional<YamlMap> lifecycle = Scan.of(effective.tree()).of(LIFECYCLE);
        if (lifecycle.flatMap(settings -> settings.get("move")).isEmpty()) {
            return Optional.empty();
        }
        String edges = Scan.fields("invite").apply(lifecycle.get()).filter(YamlMap.class::isInstance)
                .map(YamlMap.class::cast).map(Invites::edge).filter(edge -> !edge.isEmpty()).distinct()
                .map(edge -> effective.id() + " → " + edge).collect(Collectors.joining("、"));
        return Optional.of(edges.isEmpty()
                ? new Words(effective.id() + ":lifecycle 的 move 只改阶段,没有人会被移到别的群,企业微信没有这个接口",
                        effective.id() + ": move of lifecycle changes stages only; nobody is moved to another group,"
                                + " WeCom has no such call")
                : new Words(edges + ":靠邀请,由同事发入群码、客户自己进;没有人会被移过去,企业微信没有这个接口",
                        edges + ": by invitation, a colleague sends the join way and the customer joins; nobody is"
                                + " moved, WeCom has no such call"));
    }

    private static String edge(YamlMap invite) {
        return invite.get("to").stream().flatMap(Scan::texts).map(Located::value).findFirst().orElse("")
                + invite.get("way").stream().flatMap(Scan::texts).map(way -> "(" + way.value() + ")").findFirst()
                        .orElse("");
    }
}
