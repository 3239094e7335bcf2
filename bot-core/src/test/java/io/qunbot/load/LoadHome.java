package io.qunbot.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A home with a thousand keyword rules in one profile, for everybody who writes to the application. */
final class LoadHome {

    private static final String FIRST = "发票退款合同续费试用培训报表库存会员优惠门店设备打印账号密码权限对账结算物流仓库";
    private static final String SECOND = "怎么办理在哪里看多久能到什么时候可以找谁处理";

    private LoadHome() {}

    /** The keyword of rule {@code number}, 0 to 999. */
    static String keyword(int number) {
        int topic = number % 20;
        int verb = number / 20 % 10;
        return FIRST.substring(topic * 2, topic * 2 + 2) + SECOND.substring(verb * 2, verb * 2 + 2) + number;
    }

    static void write(Path home) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("config/bot.yaml"),
                """
                        channels:
                          app: { kind: wecom-app, corpId: wx5823bf96d3bd56c7, agentId: 1000002, token: QDG6eK, aesKey: jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C }
                        """);
        String rules = IntStream.range(0, 1000).mapToObj(number -> """
                      - { id: r%d, when: { any: ["%s"] }, say: "关于%s:请看说明第 %d 条。" }
                """.formatted(number, keyword(number), keyword(number), number)).collect(Collectors.joining());
        Files.writeString(home.resolve("rules/load.yaml"), """
                profile: load
                goal: 量一量一条消息的代价
                value: [快]
                groups: [{ direct: true }]
                plugins:
                  archive: {}
                  reply:
                    rules:
                """ + rules);
    }

    /** How the bot is started: what {@code ./qunbot run} runs, from the checkout that is built. */
    static ServerProcess start(Path checkout, Path home) throws IOException {
        List<String> command = new ArrayList<>(List.of(checkout.resolve("qunbot").toString(), "run", "--lang", "en",
                "--home", home.toString(), "--port", "0"));
        return ServerProcess.start(command, home.resolve("errors.log"), LoadHome::port);
    }

    /** The port in the line that names the callbacks, 0 in every other line. */
    static int port(String line) {
        int at = line.indexOf("/wecom/app");
        return !line.startsWith("callbacks: ") || at < 0
                ? 0
                : Integer.parseInt(line.substring(line.lastIndexOf(':', at) + 1, at));
    }
}
