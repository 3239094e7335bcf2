package io.qunbot.bot.lint.reach;

import io.qunbot.bot.lint.reach.Surroundings.Ground;
import io.qunbot.chat.Capabilities.Occurrence;
import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Occasion;
import io.qunbot.plugin.PluginServices;
import io.qunbot.profile.Way;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.LocalDateTime;
import java.util.Optional;

/** Words for what never happens, or what happens while nothing may be said. */
final class Happening {

    private final Scene scene;
    private final Problems findings;

    Happening(Scene scene, Problems findings) {
        this.scene = scene;
        this.findings = findings;
    }

    void check() {
        for (Occasion occasion : scene.occasions(Occasion::says)) {
            switch (occasion.cause()) {
                case Occasion.Joined _ -> joins(occasion);
                case Occasion.Due(var times) -> times.stream().filter(this::isQuiet).findFirst()
                        .ifPresent(time -> quiet(occasion, time));
                case Occasion.Heard _,Occasion.Entered _ -> {
                }
            }
        }
    }

    private boolean comes(Occurrence occurrence, Occasion occasion) {
        return scene.grounds().stream().anyMatch(ground -> !ground.isSure() || ground.ways().stream()
                .anyMatch(way -> way.can().events().contains(occurrence) && occasion.isFor(way.kind())));
    }

    private void joins(Occasion occasion) {
        if (!comes(Occurrence.JOINED, occasion)) {
            findings.warn("R345", occasion.what().place(),
                    new Words(occasion.what().value() + " 永远不会说:这些群没有进群事件,企业微信只为客户群通知自建应用",
                            occasion.what().value()
                                    + " is never said: nobody tells who joins these groups; WeCom tells an app, of customer groups only"),
                    new Words("删掉它;一对一打开对话时的话写在 enter 里",
                            "remove it; words for a one-to-one conversation go under enter"));
        } else if (!scene.isSilent() && scene.grounds().stream().allMatch(Ground::isCustomer)
                && scene.way(occasion, ChatKind.CUSTOMER) == Way.OFF) {
            findings.warn("R345", occasion.what().place(),
                    new Words(occasion.what().value() + " 永远不会说:speak 里 customer 是 off",
                            occasion.what().value() + " is never said: speak says off for customer groups"),
                    new Words("写 customer: draft,由同事发出;或者删掉它,请群主用企业微信的入群欢迎语",
                            "write customer: draft, and a colleague sends it; or remove it and let the owner set WeCom's own welcome"));
        }
    }

    private boolean isQuiet(LocalDateTime time) {
        return quietUntil(time).isPresent();
    }

    private Optional<LocalDateTime> quietUntil(LocalDateTime time) {
        PluginServices services = scene.conduct().services();
        return services.quietUntil(time.atZone(services.zone()).toInstant())
                .map(end -> end.atZone(services.zone()).toLocalDateTime());
    }

    private void quiet(Occasion occasion, LocalDateTime time) {
        String end = quietUntil(time).map(until -> until.toLocalTime().toString()).orElse("");
        findings.warn("R348", occasion.what().place(),
                new Words(time.toLocalTime() + " 在安静时段 quiet 里:" + occasion.what().value() + " 要等到 " + end + ",太晚就不说了",
                        time.toLocalTime() + " is within the quiet hours: " + occasion.what().value() + " waits until "
                                + end + ", and is dropped when that is too late"),
                new Words("换一个时间,或者改 quiet", "choose another time, or change quiet"));
    }
}
